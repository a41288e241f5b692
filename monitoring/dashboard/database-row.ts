/** The database and the pool of connections to it. */
import { RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard'
import { words } from './colours.ts'
import { graph, numbers } from './panels.ts'
import { ours } from './queries.ts'

export const databaseRow = new RowBuilder('Database')
  .withPanel(
    numbers({
      title: 'Database answers',
      description: 'Whether it answers, by instance.',
      unit: 'none',
      queries: [[`min by (instance) (${ours('planning_engine_database_up')})`, '{{instance}}']],
      mappings: words({ text: 'up', color: 'green' }, { text: 'down', color: 'red' }),
    }),
  )
  .withPanel(
    graph({
      title: 'Connections',
      description: 'In use and free, over all instances, and the most that there may be.',
      unit: 'none',
      queries: [
        [`sum by (state) (${ours('planning_engine_database_pool_connections')})`, '{{state}}'],
        [`sum(${ours('planning_engine_database_pool_max')})`, 'most'],
      ],
    }),
  )
  .withPanel(
    graph({
      title: 'Waiting for a connection',
      description:
        'Requests in the queue, by instance; anything but 0 for long is too small a pool or a slow query.',
      unit: 'none',
      queries: [[ours('planning_engine_database_pool_pending'), '{{instance}}']],
    }),
  )
