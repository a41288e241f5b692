/** What a driver's error says of rows is forgotten: it would reach the log, and rows are plans, notes and user ids. */

/** `params` and `query` are PGlite's; the others PostgreSQL's own (protocol, "Error and Notice Message Fields"). */
const tellsOfRows = ['detail', 'hint', 'where', 'internalQuery', 'params', 'query', 'queryOptions'] as const

/** Code, table, constraint and the statement without its values stay: they are what a fault is found by. */
export const forgetRow = (error: unknown): void => {
  if (typeof error !== 'object' || error === null) return
  for (const field of tellsOfRows) Reflect.deleteProperty(error, field)
}
