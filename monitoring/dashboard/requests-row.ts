/** What is asked of Time Crunch Mode, and how it ends. */
import { RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard'
import { thresholds } from '../thresholds.ts'
import { highIsGood, lowIsGood } from './colours.ts'
import { graph } from './panels.ts'
import { ours, quantilesOf, sumOfRates } from './queries.ts'

const requests = 'planning_engine_time_crunch_requests_total'
const { successRatio, errorRatio, p95Seconds } = thresholds
const all = sumOfRates(ours(requests))
const errors = ours('planning_engine_time_crunch_errors_total')

export const requestsRow = new RowBuilder('Requests')
  .withPanel(
    graph({
      title: 'Admitted requests',
      description: 'Requests that token and flag let through, by how they ended.',
      unit: 'reqps',
      queries: [[sumOfRates(ours(requests), 'status'), '{{status}}']],
      stacked: true,
    }),
  )
  .withPanel(
    graph({
      title: 'Success',
      description: 'Share of the admitted requests that succeeded; nothing where there were none.',
      unit: 'percentunit',
      queries: [[`${sumOfRates(ours(requests, 'status="success"'))} / ${all}`, 'success']],
      thresholds: highIsGood(successRatio.rollBackBelow, successRatio.promoteAbove),
      max: 1,
    }),
  )
  .withPanel(
    graph({
      title: 'Failed on our side',
      description:
        'Share of the admitted requests that failed on our side, by the code they were answered with.',
      unit: 'percentunit',
      queries: [[`${sumOfRates(errors, 'code')} / on () group_left ${all}`, '{{code}}']],
      thresholds: lowIsGood(errorRatio.promoteBelow, errorRatio.rollBackAbove),
    }),
  )
  .withPanel(
    graph({
      title: 'Duration',
      description: 'Of admitted requests. 60 s stands for 60 s or more.',
      unit: 's',
      queries: quantilesOf('planning_engine_time_crunch_duration_seconds'),
      thresholds: lowIsGood(p95Seconds.promoteBelow, p95Seconds.rollBackAbove),
    }),
  )
  .withPanel(
    graph({
      title: 'Refused',
      description: 'Not admitted: flag off for the caller, no valid token, too many requests, service busy.',
      unit: 'reqps',
      queries: [[sumOfRates(ours('planning_engine_time_crunch_refused_total'), 'reason'), '{{reason}}']],
      stacked: true,
    }),
  )
  .withPanel(
    graph({
      title: 'p95 by route',
      description: 'All routes of the service, not only those of Time Crunch.',
      unit: 's',
      queries: [
        [
          `histogram_quantile(0.95, ${sumOfRates(ours('http_request_duration_seconds_bucket'), 'le', 'method', 'route')})`,
          '{{method}} {{route}}',
        ],
      ],
    }),
  )
