/** The pods: what they use of what they may, and whether they stand. */
import { RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard'
import { ofContainer, ofJob } from '../selectors.ts'
import { thresholds } from '../thresholds.ts'
import { lowIsGood } from './colours.ts'
import { graph } from './panels.ts'
import { ours, rateOf, recorded } from './queries.ts'

const { cpuOfLimit, memoryOfLimit } = thresholds
const limit = (resource: string): string =>
  `sum by (pod) (${recorded('kube_pod_container_resource_limits', ofContainer, `resource="${resource}"`)})`

export const podsRow = new RowBuilder('Pods')
  .withPanel(
    graph({
      title: 'CPU of limit',
      description: 'By pod, as the cluster measures it.',
      unit: 'percentunit',
      queries: [
        [
          `sum by (pod) (${rateOf(recorded('container_cpu_usage_seconds_total', ofContainer))}) / ${limit('cpu')}`,
          '{{pod}}',
        ],
      ],
      thresholds: lowIsGood(cpuOfLimit.promoteBelow, cpuOfLimit.rollBackAbove),
    }),
  )
  .withPanel(
    graph({
      title: 'Memory of limit',
      description: 'By pod, as the cluster measures it: the working set.',
      unit: 'percentunit',
      queries: [
        [
          `sum by (pod) (${recorded('container_memory_working_set_bytes', ofContainer)}) / ${limit('memory')}`,
          '{{pod}}',
        ],
      ],
      thresholds: lowIsGood(memoryOfLimit.promoteBelow, memoryOfLimit.rollBackAbove),
    }),
  )
  .withPanel(
    graph({
      title: 'Restarts and readiness',
      description:
        'Restarts within an hour, pods that are not ready, pods in a crash loop: all three have to be 0.',
      unit: 'none',
      queries: [
        [`sum(${recorded('planning_engine:restarts:increase1h')})`, 'restarts in 1h'],
        [`sum(${recorded('planning_engine:pods_not_ready:sum')})`, 'not ready'],
        [`sum(${recorded('planning_engine:crash_loops:sum')})`, 'crash loops'],
      ],
    }),
  )
  .withPanel(
    graph({
      title: 'Processor, as the process sees it',
      description: 'Also where there is no cluster. Cores in use, by instance.',
      unit: 'none',
      queries: [[rateOf(ours('process_cpu_seconds_total', ofJob)), '{{instance}}']],
    }),
  )
  .withPanel(
    graph({
      title: 'Resident memory',
      description: 'By instance.',
      unit: 'bytes',
      queries: [[ours('process_resident_memory_bytes', ofJob), '{{instance}}']],
    }),
  )
  .withPanel(
    graph({
      title: 'Event-loop lag, p99',
      description: 'How long a turn waits. Searches run in threads of their own and should not show here.',
      unit: 's',
      queries: [[ours('nodejs_eventloop_lag_p99_seconds', ofJob), '{{instance}}']],
    }),
  )
