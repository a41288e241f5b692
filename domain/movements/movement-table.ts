/**
 * Movements written as a table, a row each, so that a coach can read down a list:
 * `slug | name | equipment | primary muscles | secondary muscles | level | other names | more`.
 * `more` holds tags, and `isolation` or `compound` against what the pattern implies, `station=…`, `setup=…` (seconds).
 */
import { cardio, equipment as knownEquipment, muscles as knownMuscles } from '../plan/vocabulary.ts'
import type { Movement, MovementLevel, MovementPattern } from './movement.ts'
import { coreLiftTag } from './tags.ts'

/** The cells of a row, in order. */
const cellCount = 8

/** Patterns whose movements work one joint, or none that counts; every other one is of compound movements. */
const singleJoint: ReadonlySet<MovementPattern> = new Set(['isolation', 'mobility'])
const levels: readonly MovementLevel[] = ['beginner', 'intermediate', 'advanced']

const list = (cell: string): string[] =>
  cell
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

const known = <Word extends string>(word: string, words: readonly Word[], row: string): Word => {
  const found = words.find((one) => one === word)
  if (found === undefined) throw new Error(`"${word}" is not in the vocabulary, in the row: ${row.trim()}`)
  return found
}

/** `station=…` and `setup=…`; any other option is a slip of the pen. */
const readOptions = (words: readonly string[], row: string): Pick<Movement, 'station' | 'setupSeconds'> => {
  const found: { station?: string; setupSeconds?: number } = {}
  for (const word of words.filter((one) => one.includes('='))) {
    const [, option, value = ''] = /^(station|setup)=([a-z0-9-]+)$/.exec(word) ?? []
    if (option === 'station') found.station = value
    else if (option === 'setup' && /^\d+$/.test(value)) found.setupSeconds = Number(value)
    else throw new Error(`"${word}" is no option of a movement, in the row: ${row.trim()}`)
  }
  return found
}

const readRow = (pattern: MovementPattern, row: string): Movement => {
  const cells = row.split('|').map((cell) => cell.trim())
  if (cells.length !== cellCount) {
    throw new Error(`A movement has ${cellCount} cells, in the row: ${row.trim()}`)
  }
  const [slug = '', name = '', equipment = '', primary = '', secondary = '', level = '', ...others] = cells
  const [aliases = '', more = ''] = others
  const muscleWords = [...knownMuscles, cardio]
  const words = list(more)
  const { station, setupSeconds } = readOptions(words, row)
  const mechanics = ['isolation', 'compound'] as const
  const mechanic = mechanics.find((word) => words.includes(word))
  const tags = words.filter((word) => !word.includes('=') && word !== mechanic)
  return {
    slug,
    name,
    pattern,
    mechanic: mechanic ?? (singleJoint.has(pattern) ? 'isolation' : 'compound'),
    primaryMuscles: list(primary).map((word) => known(word, muscleWords, row)),
    secondaryMuscles: list(secondary).map((word) => known(word, muscleWords, row)),
    equipment: known(equipment, knownEquipment, row),
    level: known(level, levels, row),
    aliases: list(aliases),
    tags,
    coreLift: tags.includes(coreLiftTag),
    ...(station !== undefined && { station }),
    ...(setupSeconds !== undefined && { setupSeconds }),
  }
}

/** Throws on a row that is not well-formed: a release with one must not start. */
export const movementTable = (pattern: MovementPattern, table: string): readonly Movement[] =>
  table
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => readRow(pattern, row))
