/** Queries of the dashboard: what the variables at its top choose, and the windows that Grafana chooses. */

const chosen = 'namespace=~"$namespace",instance=~"$instance"'

/** The series of a metric of ours, of the chosen namespaces and instances. */
export const ours = (metric: string, ...matchers: string[]): string =>
  `${metric}{${[...matchers, chosen].join(',')}}`

/** A series that the rules record, of the chosen namespaces: it has no instance any more. */
export const recorded = (record: string, ...matchers: string[]): string =>
  `${record}{${[...matchers, 'namespace=~"$namespace"'].join(',')}}`

/** As long as four scrapes at least, and no shorter than a step of the graph. */
export const rateOf = (series: string): string => `rate(${series}[$__rate_interval])`

export const sumOfRates = (series: string, ...by: string[]): string =>
  by.length === 0 ? `sum(${rateOf(series)})` : `sum by (${by.join(', ')}) (${rateOf(series)})`

/** One line a quantile, named so. */
export const quantilesOf = (histogram: string): (readonly [expr: string, legend: string])[] =>
  [0.5, 0.95, 0.99].map(
    (share) =>
      [
        `histogram_quantile(${share}, ${sumOfRates(ours(`${histogram}_bucket`), 'le')})`,
        `p${share * 100}`,
      ] as const,
  )
