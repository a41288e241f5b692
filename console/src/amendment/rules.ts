/** Changing an amendment one rule at a time; nothing is changed in place. */
import type { Amendment, Plan } from '../service/answers.ts'

export interface AmendedExercise {
  id: string
  name: string
  isCore: boolean
  /** The most working sets it has in any session. */
  sets: number
  isInPlan: boolean
}

const workingSets = ({
  sets,
}: Plan['microcycles'][number]['sessions'][number]['exercises'][number]): number =>
  typeof sets === 'number' ? sets : sets.filter(({ warmup }) => !warmup).length

/** Every exercise of the plan once, and those that only the amendment still names. */
export const exercisesOf = (plan: Plan, amendment: Amendment): AmendedExercise[] => {
  const found = new Map<string, AmendedExercise>()
  for (const exercise of plan.microcycles.flatMap(({ sessions }) =>
    sessions.flatMap(({ exercises }) => exercises),
  )) {
    const before = found.get(exercise.id)
    found.set(exercise.id, {
      id: exercise.id,
      name: exercise.name,
      isCore: before?.isCore || exercise.role === 'core',
      sets: Math.max(before?.sets ?? 0, workingSets(exercise)),
      isInPlan: true,
    })
  }
  const named = [
    ...Object.keys(amendment.priorities),
    ...amendment.pinned.map(({ exerciseId }) => exerciseId),
    ...amendment.banned,
    ...amendment.neverPair.flat(),
  ]
  for (const id of named) {
    if (!found.has(id)) found.set(id, { id, name: id, isCore: false, sets: 20, isInPlan: false })
  }
  return [...found.values()]
}

export type Rule = 'free' | 'pinned' | 'banned'
export type Priority = 'high' | 'normal' | 'low'

export const ruleOf = ({ pinned, banned }: Amendment, id: string): Rule =>
  banned.includes(id) ? 'banned' : pinned.some(({ exerciseId }) => exerciseId === id) ? 'pinned' : 'free'

export const minSetsOf = ({ pinned }: Amendment, id: string): number | undefined =>
  pinned.find(({ exerciseId }) => exerciseId === id)?.minSets

export const withRule = (amendment: Amendment, id: string, rule: Rule): Amendment => ({
  ...amendment,
  pinned: [
    ...amendment.pinned.filter(({ exerciseId }) => exerciseId !== id),
    ...(rule === 'pinned' ? [{ exerciseId: id }] : []),
  ],
  banned: [...amendment.banned.filter((banned) => banned !== id), ...(rule === 'banned' ? [id] : [])],
})

export const withMinSets = (amendment: Amendment, id: string, minSets: number | undefined): Amendment => ({
  ...amendment,
  pinned: amendment.pinned.map((pin) =>
    pin.exerciseId === id ? { exerciseId: id, ...(minSets !== undefined && { minSets }) } : pin,
  ),
})

export const withPriority = (amendment: Amendment, id: string, priority: Priority): Amendment => {
  const { [id]: _, ...others } = amendment.priorities
  return { ...amendment, priorities: priority === 'normal' ? others : { ...others, [id]: priority } }
}

const isAlone = (entry: readonly string[], id: string): boolean => entry.length === 1 && entry[0] === id

export const isNeverGrouped = ({ neverPair }: Amendment, id: string): boolean =>
  neverPair.some((entry) => isAlone(entry, id))

export const withNeverGrouped = (amendment: Amendment, id: string, never: boolean): Amendment => ({
  ...amendment,
  neverPair: [...amendment.neverPair.filter((entry) => !isAlone(entry, id)), ...(never ? [[id]] : [])],
})

export const withoutPair = (amendment: Amendment, index: number): Amendment => ({
  ...amendment,
  neverPair: amendment.neverPair.filter((_, at) => at !== index),
})

export const withPair = (amendment: Amendment, one: string, other: string): Amendment => ({
  ...amendment,
  neverPair: [...amendment.neverPair, [one, other]],
})
