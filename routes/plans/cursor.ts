/** The opaque cursor of a list: where the last page ended, so that new plans never shift the pages after it. */
import { problem } from '../../problems.ts'
import type { PlanPosition } from '../../store/plan-store.ts'

const form = /^(\d{1,15}):([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/

export const encodeCursor = ({ createdAt, id }: PlanPosition): string =>
  Buffer.from(`${createdAt.getTime()}:${id}`).toString('base64url')

export const decodeCursor = (cursor: string): PlanPosition => {
  const match = form.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (!match?.[1] || !match[2]) {
    throw problem('invalid_request', 'cursor is not one that a page of this list has given', {
      errors: [{ path: '/cursor', message: 'must be the nextCursor of a page' }],
    })
  }
  return { createdAt: new Date(Number(match[1])), id: match[2] }
}
