/** One page of a list, and the row that the next one starts after. */

const defaultPageSize = 20

export interface Page<Row> {
  readonly rows: Row[]
  /** Only when there is another page. */
  readonly last: Row | undefined
}

/** `read` is asked for one row more than the page holds, which tells whether there is another. */
export const pageOf = async <Row>(
  written: string | undefined,
  read: (rows: number) => Promise<Row[]>,
): Promise<Page<Row>> => {
  const limit = written === undefined ? defaultPageSize : Number(written)
  const found = await read(limit + 1)
  const rows = found.slice(0, limit)
  return { rows, last: found.length > limit ? rows.at(-1) : undefined }
}
