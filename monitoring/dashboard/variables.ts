/** What is chosen at the top of the dashboard: which Prometheus, which namespaces, which instances. */
import {
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { prometheus } from './panels.ts'

const labelVariable = (name: string, label: string, series: string): QueryVariableBuilder =>
  new QueryVariableBuilder(name)
    .label(label)
    .datasource(prometheus)
    .query({ query: `label_values(${series}, ${name})`, refId: name })
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    // Matches series without the label, too: a Prometheus outside a cluster gives no namespace.
    .allValue('.*')
    .current({ selected: true, text: 'All', value: '$__all' })

export const variables = [
  new DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'),
  labelVariable('namespace', 'Namespace', 'planning_engine_build_info'),
  labelVariable('instance', 'Instance', 'planning_engine_build_info{namespace=~"$namespace"}'),
]
