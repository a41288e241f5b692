/** The kinds of panels, so that a row need only say what it shows. */

import * as common from '@grafana/grafana-foundation-sdk/common'
import {
  type DataSourceRef,
  StackingConfigBuilder,
  StackingMode,
} from '@grafana/grafana-foundation-sdk/common'
import {
  type Threshold,
  ThresholdsConfigBuilder,
  ThresholdsMode,
  type ValueMapping,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as GraphBuilder } from '@grafana/grafana-foundation-sdk/timeseries'

/** Whichever Prometheus is chosen at the top. */
export const prometheus: DataSourceRef = { type: 'prometheus', uid: '$datasource' }

export type Query = readonly [expr: string, legend: string]

export interface PanelOptions {
  readonly title: string
  /** Shown behind the small i: what to see in it. */
  readonly description: string
  /** One of Grafana's, such as `s` or `percentunit`. */
  readonly unit: string
  readonly queries: readonly Query[]
  /** Values from which a colour holds; the first has none. */
  readonly thresholds?: readonly Threshold[]
  readonly max?: number
  readonly stacked?: boolean
  /** Of 24. */
  readonly span?: number
}

const rowHeight = 8
const defaultSpan = 8

const targetsOf = (queries: readonly Query[]): DataqueryBuilder[] =>
  queries.map(([expr, legend], index) =>
    new DataqueryBuilder()
      .refId(String.fromCharCode(65 + index))
      .datasource(prometheus)
      .expr(expr)
      .legendFormat(legend),
  )

const thresholdsOf = (steps: readonly Threshold[]): ThresholdsConfigBuilder =>
  new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([...steps])

/** Lines over time. */
export const graph = (options: PanelOptions): GraphBuilder => {
  const { title, description, unit, queries, thresholds, max, stacked, span = defaultSpan } = options
  const panel = new GraphBuilder()
    .title(title)
    .description(description)
    .datasource(prometheus)
    .unit(unit)
    .min(0)
    .height(rowHeight)
    .span(span)
    .fillOpacity(stacked ? 40 : 8)
    .showPoints(common.VisibilityMode.Never)
    .targets(targetsOf(queries))
  if (max !== undefined) panel.max(max)
  if (stacked) panel.stacking(new StackingConfigBuilder().mode(StackingMode.Normal))
  if (thresholds) {
    panel.thresholds(thresholdsOf(thresholds))
    panel.thresholdsStyle(
      new common.GraphThresholdsStyleConfigBuilder().mode(common.GraphThresholdsStyleMode.Dashed),
    )
  }
  return panel
}

export interface NumbersOptions extends Omit<PanelOptions, 'max' | 'stacked'> {
  readonly mappings?: readonly ValueMapping[]
}

/** The latest values, in colour. */
export const numbers = (options: NumbersOptions): StatBuilder => {
  const { title, description, unit, queries, thresholds, mappings, span = defaultSpan } = options
  const panel = new StatBuilder()
    .title(title)
    .description(description)
    .datasource(prometheus)
    .unit(unit)
    .height(rowHeight)
    .span(span)
    .noValue('no data')
    .colorMode(common.BigValueColorMode.Background)
    .graphMode(common.BigValueGraphMode.None)
    .textMode(common.BigValueTextMode.ValueAndName)
    .targets(targetsOf(queries))
  if (thresholds) panel.thresholds(thresholdsOf(thresholds))
  if (mappings) panel.mappings([...mappings])
  return panel
}
