/** Marks in every graph: steps of the rollout, new versions, alerts that ring. */
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog'
import { AnnotationQueryBuilder, AnnotationTargetBuilder } from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus'
import { prometheus } from './panels.ts'
import { ours, recorded } from './queries.ts'

/** Grafana's own store of annotations: whoever takes a step posts one with these tags. */
const rolloutSteps = new AnnotationQueryBuilder()
  .name('Rollout steps')
  .datasource({ type: 'grafana', uid: '-- Grafana --' })
  .enable(true)
  .iconColor('blue')
  .target(
    // The builder's type knows only queries of a data source, and this is one of Grafana itself.
    new AnnotationTargetBuilder()
      .type('tags')
      .tags(['planning-engine', 'rollout'])
      .matchAny(false)
      .limit(100) as unknown as Builder<Dataquery>,
  )

const fromPrometheus = (name: string, colour: string, title: string, expr: string): AnnotationQueryBuilder =>
  new AnnotationQueryBuilder()
    .name(name)
    .datasource(prometheus)
    .enable(true)
    .iconColor(colour)
    .titleFormat(title)
    .expr(expr)
    .step('60s')
    .target(new DataqueryBuilder().refId('A').expr(expr))

const builds = ours('planning_engine_build_info')
const versions = (series: string): string => `count by (version, model_version) (${series})`

export const annotations = [
  rolloutSteps,
  fromPrometheus(
    'New versions',
    'purple',
    'Planning Engine {{version}}, model {{model_version}}',
    `${versions(builds)} unless ${versions(`${builds} offset 10m`)}`,
  ),
  fromPrometheus(
    'Alerts',
    'red',
    '{{alertname}}',
    `sum by (alertname) (${recorded('ALERTS', 'alertstate="firing"', 'alertname=~"TimeCrunch.*|PlanningEngine.*|AmendmentViolation"')})`,
  ),
]
