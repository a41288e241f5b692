/**
 * An entry of the free-exercise-db format (github.com/yuhonas/free-exercise-db): what of it the import reads, and whether
 * it has that form. Instructions and images are left where they are: the library speaks in its own words.
 */

export interface ExerciseEntry {
  readonly id: string
  readonly name: string
  readonly level: string | null
  readonly mechanic: string | null
  readonly equipment: string | null
  readonly primaryMuscles: readonly string[]
  readonly secondaryMuscles: readonly string[]
  readonly category: string | null
}

export type ReadEntry =
  | { readonly ok: true; readonly entry: ExerciseEntry }
  | { readonly ok: false; readonly faults: readonly string[] }

/** As long as any text of a plan document. */
const longestText = 200
const mostMuscles = 34

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longestText

const isTextOrNothing = (value: unknown): boolean => value === null || value === undefined || isText(value)

const isTextList = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= mostMuscles && value.every(isText)

interface Rule {
  readonly fields: readonly (keyof ExerciseEntry)[]
  readonly holds: (value: unknown) => boolean
  readonly needed: string
}

const rules: readonly Rule[] = [
  { fields: ['id', 'name'], holds: isText, needed: `text of 1 to ${longestText} characters` },
  {
    fields: ['level', 'mechanic', 'equipment', 'category'],
    holds: isTextOrNothing,
    needed: `text of 1 to ${longestText} characters, or null`,
  },
  {
    fields: ['primaryMuscles', 'secondaryMuscles'],
    holds: isTextList,
    needed: `a list of at most ${mostMuscles} words`,
  },
]

export const readExerciseEntry = (value: unknown): ReadEntry => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, faults: ['must be an object'] }
  }
  const found = value as Partial<Record<keyof ExerciseEntry, unknown>>
  const faults = rules.flatMap(({ fields, holds, needed }) =>
    fields.filter((field) => !holds(found[field])).map((field) => `${field} must be ${needed}`),
  )
  if (faults.length > 0) return { ok: false, faults }
  const entry = found as ExerciseEntry
  return {
    ok: true,
    entry: {
      id: entry.id,
      name: entry.name,
      level: entry.level ?? null,
      mechanic: entry.mechanic ?? null,
      equipment: entry.equipment ?? null,
      primaryMuscles: entry.primaryMuscles,
      secondaryMuscles: entry.secondaryMuscles,
      category: entry.category ?? null,
    },
  }
}
