/** A free-exercise-db entry as a draft: its words in the library's, and open whatever it does not say. */
import type { MovementLevel, MovementPattern } from '../../movements/movement.ts'
import type { Mechanic } from '../../plan/document.ts'
import { slug } from '../../plan/identify.ts'
import type { DraftDocument } from '../movement-draft.ts'
import type { ExerciseEntry } from './exercise-entry.ts'

/** "E-Z curl bar" → "e_z_curl_bar". */
const snakeCase = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')

const levels: Readonly<Record<string, MovementLevel>> = {
  beginner: 'beginner',
  intermediate: 'intermediate',
  expert: 'advanced',
}

const mechanics: Readonly<Record<string, Mechanic>> = { compound: 'compound', isolation: 'isolation' }

/** Categories that name a pattern. The others (strength, powerlifting, plyometrics of legs and of arms, …) do not. */
const categoryPatterns: Readonly<Record<string, MovementPattern>> = {
  stretching: 'mobility',
  cardio: 'conditioning',
  'olympic weightlifting': 'olympic',
}

const wordIn = <Meaning>(words: Readonly<Record<string, Meaning>>, word: string | null): Meaning | null => {
  const plain = word?.trim().toLowerCase()
  return plain !== undefined && Object.hasOwn(words, plain) ? (words[plain] ?? null) : null
}

/**
 * The source has no patterns: one is taken over where its category or mechanic is the pattern's own word, and else left
 * for a curator, as is a level or mechanic in a word that nobody knows. No entry becomes a core lift by its name.
 */
export const draftFromEntry = (entry: ExerciseEntry): DraftDocument => {
  const mechanic = wordIn(mechanics, entry.mechanic)
  const isolation = mechanic === 'isolation' ? 'isolation' : null
  const category = entry.category === null ? '' : slug(entry.category, '')
  return {
    name: entry.name,
    pattern: wordIn(categoryPatterns, entry.category) ?? isolation,
    mechanic,
    level: wordIn(levels, entry.level),
    equipment: entry.equipment === null ? null : snakeCase(entry.equipment),
    primaryMuscles: entry.primaryMuscles.map(snakeCase),
    secondaryMuscles: entry.secondaryMuscles.map(snakeCase),
    tags: category === '' ? [] : [category],
  }
}
