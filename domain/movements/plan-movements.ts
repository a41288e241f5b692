/** What the library makes of a plan: which movements its exercises are, and what it does not know. */
import type { NormalExercise, NormalPlan } from '../plan/document.ts'
import type { Movement } from './movement.ts'
import type { MovementNames } from './wanted.ts'

interface Places {
  /** The first exercise's. */
  readonly name: string
  /** JSON Pointers to the exercises, the first of them. */
  readonly exercises: readonly string[]
  /** How many exercises there are. */
  readonly count: number
}

export interface Resolved extends Places {
  /** The movement's slug. */
  readonly movement: string
  /** What told: the slug that the plan names, or the exercise's name, which may be an alias. */
  readonly by: 'slug' | 'name'
}

/** Nobody can swap it, propose alternatives for it, or fill it in. */
export interface Unresolved extends Places {
  /** The slug that the plan names; null where it names none and the name alone would have to tell. */
  readonly movement: string | null
  /** The movement that has the exercise's name, where only the slug is unknown. */
  readonly nameIsOf: string | null
}

export interface PlanMovements {
  readonly resolved: readonly Resolved[]
  readonly unresolved: readonly Unresolved[]
}

/** Enough to see where to look. */
const mostListed = 20

interface Gathered {
  readonly exercise: NormalExercise
  readonly paths: string[]
  count: number
}

/** Each slug, and each name of an exercise without a slug, once; in the plan's order. */
const gather = (plan: NormalPlan): Gathered[] => {
  const gathered = new Map<string, Gathered>()
  const look = (exercise: NormalExercise, path: string): void => {
    const { name, movement } = exercise
    const key = movement === undefined ? `name ${name}` : `slug ${movement}`
    const one: Gathered = gathered.get(key) ?? { exercise, paths: [], count: 0 }
    if (one.count < mostListed) one.paths.push(path)
    one.count += 1
    gathered.set(key, one)
  }
  for (const [week, { sessions }] of plan.microcycles.entries()) {
    for (const [day, { exercises }] of sessions.entries()) {
      for (const [place, exercise] of exercises.entries()) {
        look(exercise, `/microcycles/${week}/sessions/${day}/exercises/${place}`)
      }
    }
  }
  return [...gathered.values()]
}

export const planMovements = (plan: NormalPlan, library: MovementNames): PlanMovements => {
  const resolved: Resolved[] = []
  const unresolved: Unresolved[] = []
  for (const { exercise, paths: exercises, count } of gather(plan)) {
    const { name, movement: slug } = exercise
    const places = { name, exercises, count }
    const byName: Movement | undefined = library.byName(name)
    const found = slug === undefined ? byName : library.bySlug(slug)
    if (found) resolved.push({ ...places, movement: found.slug, by: slug === undefined ? 'name' : 'slug' })
    else if (slug === undefined) unresolved.push({ ...places, movement: null, nameIsOf: null })
    else unresolved.push({ ...places, movement: slug, nameIsOf: byName?.slug ?? null })
  }
  return { resolved, unresolved }
}
