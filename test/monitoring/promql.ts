/** Reads PromQL: which series a query asks for, and with which labels; and where queries are found. */
import { parser } from '@prometheus-io/lezer-promql'
import { dashboard } from '../../monitoring/dashboard/dashboard.ts'
import type { Rule } from '../../monitoring/rules/rule.ts'
import { groups } from '../../monitoring/rules/rules.ts'

export interface Selector {
  readonly metric: string
  /** Labels that have to have this value. */
  readonly equal: Readonly<Record<string, string>>
}

/** A query of the dashboard as Grafana would send it with everything chosen. */
export const withVariables = (query: string): string =>
  query.replaceAll('$__rate_interval', '5m').replaceAll(/\$(namespace|instance)/g, '.*')

/** Throws where the query is not PromQL. */
export const selectorsOf = (query: string): Selector[] => {
  const selectors: { metric: string; equal: Record<string, string> }[] = []
  let label = ''
  let isEqual = false
  parser.parse(query).iterate({
    enter: ({ name, type, from, to }) => {
      const text = query.slice(from, to)
      if (type.isError) throw new Error(`not PromQL at ${from}: ${query}`)
      if (name === 'VectorSelector') selectors.push({ metric: '', equal: {} })
      const selector = selectors.at(-1)
      if (name === 'Identifier' && selector?.metric === '') selector.metric = text
      if (name === 'LabelName') label = text
      if (name === 'MatchOp') isEqual = text === '='
      if (name === 'StringLiteral' && isEqual && selector) {
        selector.equal[label] = text.slice(1, -1)
        isEqual = false
      }
    },
  })
  return selectors
}

/** The PromQL blocks of a Markdown page. */
export const queriesOf = (page: string): string[] =>
  [...page.matchAll(/^```promql\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block.trim().split(/\n{2,}/),
  )

export const recordOf = (rule: Rule): string | undefined => ('record' in rule ? rule.record : undefined)

export const ruleQueries: readonly string[] = groups.flatMap(({ rules }) => rules.map(({ expr }) => expr))

const targets = (dashboard.panels ?? []).flatMap((panel) => ('targets' in panel ? (panel.targets ?? []) : []))

const withExpr = [...targets, ...(dashboard.annotations?.list ?? [])] as { expr?: string }[]

const variableQueries = (dashboard.templating?.list ?? []).flatMap(({ query }) =>
  typeof query === 'object' ? [String(query.query)] : [],
)

/** Panels, annotations, and the series that the variables take their values from. */
export const dashboardQueries: readonly string[] = [
  ...withExpr.flatMap(({ expr }) => (expr === undefined ? [] : [expr])),
  ...variableQueries.map((query) => query.replace(/^label_values\((.*), \w+\)$/, '$1')),
].map(withVariables)
