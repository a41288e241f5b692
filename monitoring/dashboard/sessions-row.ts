/** What the answers are like: outcome, strategy, how much shorter, and whether the coach's word held. */
import { RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard'
import { lowIsGood } from './colours.ts'
import { graph, numbers } from './panels.ts'
import { ours, quantilesOf, sumOfRates } from './queries.ts'

const outcomes = ours('planning_engine_time_crunch_outcomes_total')

export const sessionsRow = new RowBuilder('Sessions')
  .withPanel(
    graph({
      title: 'Outcomes',
      description: 'Sessions answered. Many unmet: targets under what the articles allow.',
      unit: 'cps',
      queries: [[sumOfRates(outcomes, 'outcome'), '{{outcome}}']],
      stacked: true,
      span: 6,
    }),
  )
  .withPanel(
    graph({
      title: 'Strategies',
      description: 'What the answers are made of.',
      unit: 'cps',
      queries: [[sumOfRates(outcomes, 'strategy'), '{{strategy}}']],
      stacked: true,
      span: 6,
    }),
  )
  .withPanel(
    graph({
      title: 'Compression ratio',
      description: 'Compressed through original duration of a session: 1 is unchanged.',
      unit: 'percentunit',
      queries: quantilesOf('planning_engine_time_crunch_compression_ratio'),
      max: 1,
      span: 6,
    }),
  )
  .withPanel(
    numbers({
      title: 'Amendment violations',
      description:
        'Answers since the start of the pods that broke an article, and were withheld. Has to be 0.',
      unit: 'none',
      queries: [[`sum(${ours('planning_engine_amendment_violations_total')})`, 'violations']],
      thresholds: lowIsGood(1, 1),
      span: 6,
    }),
  )
