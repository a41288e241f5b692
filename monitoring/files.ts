/** The files that the chart carries, made from the code in this folder. */
import { dashboard } from './dashboard/dashboard.ts'
import { groups } from './rules/rules.ts'

const asText = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`

export const monitoringFiles = [
  // JSON is YAML: Prometheus reads it as a rules file, the Prometheus operator as the spec of a PrometheusRule.
  { path: 'helm/planning-engine/files/rules.json', text: asText({ groups }) },
  { path: 'helm/planning-engine/files/dashboard.json', text: asText(dashboard) },
] as const
