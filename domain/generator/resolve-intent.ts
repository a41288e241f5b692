/** From an intent as it is sent to one with every word resolved, or to the words that nobody knows. */
import { type Movement, type MovementPattern, movementPatterns } from '../movements/movement.ts'
import type { Checked, Fault } from '../plan/faults.ts'
import { slug } from '../plan/identify.ts'
import {
  cardio,
  equipment as knownEquipment,
  muscles as knownMuscles,
  resolveEquipment,
  resolveMuscle,
} from '../plan/vocabulary.ts'
import { type Experience, type IntentDocument, spoken, type TrainingIntent } from './intent.ts'

const defaultWeeks = 12
const defaultSeed = 1

/**
 * Coaches take an easy week after 4 to 6 hard ones (Bell 2023), trained lifters after 5.6 ± 2.3 (Rogerson 2024);
 * beginners, who lift less against their limits, need it later.
 */
const defaultDeloadEvery: Readonly<Record<Experience, number>> = { beginner: 8, intermediate: 6, advanced: 5 }

const bodyOnly = 'body_only'

const unknown = (path: string, message: string): Fault => ({ path, message, kind: 'unknown_vocabulary' })

const equipmentOf = (words: readonly string[], faults: Fault[]): Set<string> => {
  const found = words.flatMap((word, index) => {
    const resolved = resolveEquipment(word)
    if (resolved !== undefined) return [resolved]
    const message = `unknown equipment "${word}"; known equipment: ${knownEquipment.join(', ')}`
    faults.push(unknown(`/equipment/${index}`, message))
    return []
  })
  return new Set([bodyOnly, ...found])
}

const patternOf = (word: string): MovementPattern | undefined => {
  const folded = word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return movementPatterns.find((pattern) => pattern === folded)
}

/** Slugs by slug, name or another name; in the form of a slug, so that case and punctuation do not matter. */
const namesOf = (movements: readonly Movement[]): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>()
  for (const { slug: called, name, aliases } of movements) {
    for (const key of new Set([called, ...[name, ...aliases].map((each) => slug(each, ''))])) {
      names.set(key, [...(names.get(key) ?? []), called])
    }
  }
  return names
}

/** A word with several meanings ("squat": a pattern, perhaps a movement) is avoided in all of them. */
const avoidedBy = (
  words: readonly string[],
  movements: readonly Movement[],
  faults: Fault[],
): TrainingIntent['avoided'] => {
  const muscles = new Set<string>()
  const patterns = new Set<string>()
  const slugs = new Set<string>()
  const names = words.length > 0 ? namesOf(movements) : new Map<string, string[]>()
  for (const [index, word] of words.entries()) {
    const pattern = patternOf(word)
    const named = resolveMuscle(word) ?? []
    const wanted = slug(word, '')
    const called = wanted === '' ? [] : (names.get(wanted) ?? [])
    if (pattern === undefined && named.length + called.length === 0) {
      const message = `"${word}" is no muscle (${knownMuscles.join(', ')}), no pattern (${movementPatterns.join(', ')}) and no published movement`
      faults.push(unknown(`/limitations/${index}`, message))
    }
    if (pattern !== undefined) patterns.add(pattern)
    if (named.includes(cardio)) patterns.add('conditioning')
    for (const muscle of named) muscles.add(muscle)
    for (const each of called) slugs.add(each)
  }
  return { muscles, patterns, slugs }
}

const prioritiesOf = (
  words: readonly string[],
  avoided: ReadonlySet<string>,
  faults: Fault[],
): Set<string> => {
  const found = new Set<string>()
  for (const [index, word] of words.entries()) {
    const path = `/priorities/${index}`
    const muscles = (resolveMuscle(word) ?? []).filter((muscle) => muscle !== cardio)
    if (muscles.length === 0) {
      faults.push(unknown(path, `unknown muscle "${word}"; known muscles: ${knownMuscles.join(', ')}`))
    }
    for (const muscle of muscles) {
      found.add(muscle)
      if (!avoided.has(muscle)) continue
      const message = `${spoken(muscle)} cannot be a priority and among the limitations at once`
      faults.push({ path, message, kind: 'invalid' })
    }
  }
  return found
}

const nameOf = ({ goal, daysPerWeek }: IntentDocument, weeks: number): string => {
  const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
  const title = `${goal.charAt(0).toUpperCase()}${spoken(goal).slice(1)}`
  return `${title}, ${count(daysPerWeek, 'day')} a week, ${count(weeks, 'week')}`
}

/** Pure, and never changes what it is given. `movements`: the library that limitations may name. */
export const resolveIntent = (
  document: IntentDocument,
  movements: readonly Movement[],
): Checked<TrainingIntent> => {
  const faults: Fault[] = []
  const equipment = equipmentOf(document.equipment, faults)
  const avoided = avoidedBy(document.limitations ?? [], movements, faults)
  const priorities = prioritiesOf(document.priorities ?? [], avoided.muscles, faults)
  if (document.name !== undefined && document.name.trim() === '') {
    faults.push({ path: '/name', message: 'a name may not be blank', kind: 'invalid' })
  }
  if (faults.length > 0) return { ok: false, faults }
  const { goal, experience, daysPerWeek, minutesPerSession } = document
  const weeks = document.weeks ?? defaultWeeks
  return {
    ok: true,
    value: {
      goal,
      experience,
      daysPerWeek,
      minutesPerSession,
      equipment,
      avoided,
      priorities,
      weeks,
      progression: document.progression ?? 'linear',
      deloadEvery: document.deloadEvery === undefined ? defaultDeloadEvery[experience] : document.deloadEvery,
      seed: document.seed ?? defaultSeed,
      name: document.name ?? nameOf(document, weeks),
    },
  }
}
