/** The opaque cursor of a list: where the last page ended, so that new entries never shift the pages after it. */
import { problem } from '../problems.ts'

/** The last row of a page: a moment, and the id for those that share it. */
export interface Position {
  readonly createdAt: Date
  readonly id: string
}

/** Milliseconds until the year 5138: the five digits of later years are no moment to a database. */
const form = /^(\d{1,14}):([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/

export const encodeCursor = ({ createdAt, id }: Position): string =>
  Buffer.from(`${createdAt.getTime()}:${id}`).toString('base64url')

export const badCursor = () =>
  problem('invalid_request', 'cursor is not one that a page of this list has given', {
    errors: [{ path: '/cursor', message: 'must be the nextCursor of a page' }],
  })

/** Throws 400 for anything that `encodeCursor` did not make. */
export const decodeCursor = (cursor: string): Position => {
  const match = form.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (!match?.[1] || !match[2]) throw badCursor()
  return { createdAt: new Date(Number(match[1])), id: match[2] }
}
