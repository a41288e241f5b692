/** Who uses it, and what the flag says. */
import { RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard'
import { words } from './colours.ts'
import { graph, numbers } from './panels.ts'
import { ours, sumOfRates } from './queries.ts'

const admitted = sumOfRates(ours('planning_engine_time_crunch_requests_total'))
const notAdmitted = sumOfRates(ours('planning_engine_time_crunch_refused_total', 'reason="flag_off"'))

export const usersRow = new RowBuilder('Users and flag')
  .withPanel(
    graph({
      title: 'Active users',
      description: 'Distinct users; every instance reports the number of all.',
      unit: 'none',
      queries: [[`max by (window) (${ours('planning_engine_time_crunch_active_users')})`, 'in {{window}}']],
    }),
  )
  .withPanel(
    graph({
      title: 'Let in by the flag',
      description:
        'Requests admitted, of those admitted or refused by the flag. It follows the steps of a rollout, roughly: it counts requests, not users.',
      unit: 'percentunit',
      queries: [[`${admitted} / (${admitted} + ${notAdmitted})`, 'let in']],
      max: 1,
    }),
  )
  .withPanel(
    numbers({
      title: 'Flag source',
      description:
        'Instances without it go by the last known values: a rollback by flag does not reach them.',
      unit: 'none',
      queries: [[`min by (instance) (${ours('planning_engine_flag_client_up')})`, '{{instance}}']],
      mappings: words({ text: 'up', color: 'green' }, { text: 'down', color: 'red' }),
    }),
  )
