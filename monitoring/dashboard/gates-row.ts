/** First what decides: may the rollout go on, must it go back, and how fast the error budget burns. */
import { RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard'
import { lowIsGood, words } from './colours.ts'
import { graph, numbers } from './panels.ts'
import { recorded } from './queries.ts'

export const gatesRow = new RowBuilder('Rollout gates')
  .withPanel(
    numbers({
      title: 'May be promoted',
      description: 'Every gate has to say yes. A gate without data is missing here, and that is no yes.',
      unit: 'none',
      queries: [[`min by (gate) (${recorded('planning_engine:rollout_gate:promote')})`, '{{gate}}']],
      mappings: words({ text: 'yes', color: 'green' }, { text: 'hold', color: 'yellow' }),
    }),
  )
  .withPanel(
    numbers({
      title: 'Must be rolled back',
      description: 'One gate that says so for two readings is enough.',
      unit: 'none',
      queries: [[`max by (gate) (${recorded('planning_engine:rollout_gate:rollback')})`, '{{gate}}']],
      mappings: words({ text: 'roll back', color: 'red' }, { text: 'no', color: 'green' }),
    }),
  )
  .withPanel(
    graph({
      title: 'Requests that failed with 5xx',
      description:
        'Of all requests to the service, over windows of several lengths: what the burn-rate alerts compare with the 99.9 % objective.',
      unit: 'percentunit',
      queries: ['5m', '1h', '6h', '3d'].map(
        (window) =>
          [`max(${recorded(`planning_engine:http_errors:ratio_rate${window}`)})`, `over ${window}`] as const,
      ),
      thresholds: lowIsGood(0.001, 0.0144),
    }),
  )
