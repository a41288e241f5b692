/** The search and what is kept of it. */
import { RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard'
import { graph } from './panels.ts'
import { ours, quantilesOf, sumOfRates } from './queries.ts'

const cache = 'planning_engine_cache_requests_total'

export const solverRow = new RowBuilder('Solver and caches')
  .withPanel(
    graph({
      title: 'Search for one session',
      description: 'Time that a session takes in a worker thread; those answered from memory take none.',
      unit: 's',
      queries: quantilesOf('planning_engine_time_crunch_solver_seconds'),
    }),
  )
  .withPanel(
    graph({
      title: 'Searched, and not proven',
      description: 'Sessions searched, and those whose optimum was not proven within the budget.',
      unit: 'cps',
      queries: [
        [sumOfRates(ours('planning_engine_time_crunch_solver_seconds_count')), 'searched'],
        [sumOfRates(ours('planning_engine_time_crunch_solver_unproven_total')), 'not proven'],
      ],
    }),
  )
  .withPanel(
    graph({
      title: 'Cache hits',
      description: 'Share of look-ups that found something. A new version of the service starts with none.',
      unit: 'percentunit',
      queries: [
        [
          `${sumOfRates(ours(cache, 'result="hit"'), 'cache')} / ${sumOfRates(ours(cache), 'cache')}`,
          '{{cache}}',
        ],
      ],
      max: 1,
    }),
  )
