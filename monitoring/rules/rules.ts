/** Every group, in the order in which one builds on another: the content of `helm/planning-engine/files/rules.json`. */
import { budget } from './budget.ts'
import { gateAlerts } from './gate-alerts.ts'
import { rolloutGates } from './gates.ts'
import { resources } from './resources.ts'
import type { RuleGroup } from './rule.ts'
import { serviceAlerts } from './service-alerts.ts'
import { timeCrunch } from './time-crunch.ts'

export const groups: readonly RuleGroup[] = [
  timeCrunch,
  resources,
  rolloutGates,
  gateAlerts,
  serviceAlerts,
  budget,
]
