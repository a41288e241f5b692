/** A case for promtool, typed: what goes in, and what is recorded or rings at which time. */
import { isAlert } from '../../../monitoring/rules/rule.ts'
import { groups } from '../../../monitoring/rules/rules.ts'

export interface RuleCase {
  readonly title: string
  /** One sample a minute from time 0, in promtool's notation: `0+10x20`. */
  readonly series: Readonly<Record<string, string>>
  readonly expects: readonly Expectation[]
}

export interface Ringing {
  readonly labels?: Readonly<Record<string, string>>
  /** Where the annotation holds a value: as it reads. */
  readonly description?: string
  readonly summary?: string
}

export type Expectation =
  | { readonly at: string; readonly alert: string; readonly rings: readonly Ringing[] }
  /** Values by label set, without the name. */
  | { readonly at: string; readonly expr: string; readonly is: Readonly<Record<string, number>> }

export const silent = (alert: string, at: string): Expectation => ({ at, alert, rings: [] })

const alerts = groups.flatMap(({ rules }) => rules).filter(isAlert)

const expectedAlert = (name: string, { labels = {}, ...annotations }: Ringing) => {
  const rule = alerts.find(
    (candidate) =>
      candidate.alert === name &&
      Object.entries(candidate.labels).every(([label, value]) => (labels[label] ?? value) === value),
  )
  if (rule === undefined) throw new Error(`there is no alert ${name} with ${JSON.stringify(labels)}`)
  return {
    exp_labels: { ...rule.labels, ...labels },
    exp_annotations: { ...rule.annotations, ...annotations },
  }
}

/** The file that `promtool test rules` reads (JSON is YAML), for the rules in this file. */
export const promtoolFile = (rulesFile: string, { title, series, expects }: RuleCase): string =>
  JSON.stringify({
    rule_files: [rulesFile],
    evaluation_interval: '1m',
    group_eval_order: groups.map(({ name }) => name),
    tests: [
      {
        name: title,
        interval: '1m',
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        alert_rule_test: expects.flatMap((expected) =>
          'alert' in expected
            ? [
                {
                  eval_time: expected.at,
                  alertname: expected.alert,
                  exp_alerts: expected.rings.map((ringing) => expectedAlert(expected.alert, ringing)),
                },
              ]
            : [],
        ),
        promql_expr_test: expects.flatMap((expected) =>
          'expr' in expected
            ? [
                {
                  // promtool compares to the last bit.
                  expr: `round(${expected.expr}, 1e-6)`,
                  eval_time: expected.at,
                  exp_samples: Object.entries(expected.is).map(([labels, value]) => ({ labels, value })),
                },
              ]
            : [],
        ),
      },
    ],
  })
