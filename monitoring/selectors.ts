/** Which series are this service's, where a name alone does not tell. The chart names container and job accordingly. */

/** Of metrics about containers (cAdvisor, kube-state-metrics). */
export const ofContainer = 'container="planning-engine"'

/** Of metrics that every scrape target has under the same name. */
export const ofJob = 'job=~".*planning-engine.*"'
