/** The lines that the rollout's gates and the objective draw: what promotes, what rolls back, what is too little to judge. */

/** Between the two of a gate: hold. Shares are of 1. */
export const thresholds = {
  successRatio: { promoteAbove: 0.95, rollBackBelow: 0.9 },
  p95Seconds: { promoteBelow: 5, rollBackAbove: 10 },
  errorRatio: { promoteBelow: 0.01, rollBackAbove: 0.05 },
  cpuOfLimit: { promoteBelow: 0.7, rollBackAbove: 0.9 },
  memoryOfLimit: { promoteBelow: 0.8, rollBackAbove: 0.95 },
} as const

/** With fewer requests in five minutes one unlucky request would decide about a rollout: no verdict. */
export const fewestRequests = 20

/** A trigger has to stand this long, two readings of the rollout's watch, before it rolls back. */
export const rollbackFor = '1m'

/** What is only a reason to hold may pass by itself. */
export const holdFor = '5m'

/** Share of requests that are not answered with a fault of ours, over 30 days. */
export const availabilityObjective = 0.999
