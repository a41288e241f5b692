/** What the queries may use that the service does not export itself. */

export const clusterMetrics: ReadonlySet<string> = new Set([
  // Prometheus about its targets and its alerts.
  'up',
  'scrape_duration_seconds',
  'ALERTS',
  // cAdvisor, in the kubelet.
  'container_cpu_usage_seconds_total',
  'container_memory_working_set_bytes',
  // kube-state-metrics.
  'kube_pod_container_resource_limits',
  'kube_pod_container_status_ready',
  'kube_pod_container_status_restarts_total',
  'kube_pod_container_status_waiting_reason',
])
