/** The opaque cursor of a list of movements: where in its order the last page ended. */
import { type MatchClass, type MovementPosition, matchClasses } from '../../store/movement-query.ts'
import { badCursor } from '../cursor.ts'

const unstorable = /\0|\p{Surrogate}/u
const longestDistance = 1_001

const isText = (value: unknown): value is string => typeof value === 'string' && !unstorable.test(value)

const isDistance = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= longestDistance

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

export const encodeCursor = ({ match, distance, term, slug }: MovementPosition): string =>
  Buffer.from(JSON.stringify([match, distance, term, slug])).toString('base64url')

export const decodeCursor = (cursor: string): MovementPosition => {
  const parts = parse(cursor)
  if (Array.isArray(parts) && parts.length === 4) {
    const [match, distance, term, slug] = parts
    const known: MatchClass | undefined = matchClasses.find((one) => one === match)
    if (known !== undefined && isDistance(distance) && isText(term) && isText(slug)) {
      return { match: known, distance, term, slug }
    }
  }
  throw badCursor()
}
