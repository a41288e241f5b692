/** Every allowed way to do one exercise, one new group or one programmed group, with its seconds and its value. */
import type { SessionExercise } from '../../../../domain/plan/session.ts'
import { segmentSeconds, shortRest } from './clock.ts'
import { asProgrammed, type Doing, type DoingSegment } from './doing.ts'
import { fewestRounds, fewestSets, type Rules } from './rules.ts'
import { segmentStimulus } from './value.ts'

export interface Option {
  readonly segment: DoingSegment
  readonly seconds: number
  readonly stimulus: readonly number[]
  /** Exercises that are not done as programmed. */
  readonly changed: number
}

const isChanged = ({ exercise, sets, restSeconds }: Doing): boolean =>
  sets < exercise.workingSets.length || restSeconds !== exercise.restSeconds

export const optionOf = (segment: DoingSegment, { priorityOf }: Rules): Option => ({
  segment,
  seconds: segmentSeconds(segment),
  stimulus: segmentStimulus(segment, priorityOf),
  changed: segment.kind === 'new_group' ? segment.members.length : segment.members.filter(isChanged).length,
})

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

const setChoices = (exercise: SessionExercise, rules: Rules): number[] =>
  range(fewestSets(exercise, rules), exercise.workingSets.length)

/** The same doing at short rest, where the exercise has one; only accessories do. */
const rested = (doing: Doing): Doing => {
  const short = doing.exercise.role === 'accessory' ? shortRest(doing.exercise, doing.sets) : null
  return short === null ? doing : { ...doing, restSeconds: short }
}

export const singleOptions = (exercise: SessionExercise, rules: Rules): Option[] =>
  setChoices(exercise, rules).flatMap((sets) => {
    const programmed = asProgrammed(exercise, sets)
    const short = rested(programmed)
    const levels = short === programmed ? [programmed] : [programmed, short]
    return levels.map((doing) => optionOf({ kind: 'single', members: [doing] }, rules))
  })

const setCombinations = (members: readonly SessionExercise[], rules: Rules): Doing[][] =>
  members.reduce<Doing[][]>(
    (combinations, exercise) =>
      combinations.flatMap((earlier) =>
        setChoices(exercise, rules).map((sets) => [...earlier, asProgrammed(exercise, sets)]),
      ),
    [[]],
  )

const isEven = (members: readonly Doing[]): boolean => {
  const counts = members.map(({ sets }) => sets)
  return Math.max(...counts) - Math.min(...counts) <= 1
}

export const newGroupOptions = (members: readonly SessionExercise[], rules: Rules): Option[] =>
  setCombinations(members, rules)
    .filter(isEven)
    .flatMap((programmed) => {
      const short = programmed.map(rested)
      const sameLevel = short.every((doing, index) => doing === programmed[index])
      const levels = sameLevel ? [programmed] : [programmed, short]
      return levels.map((doings) => optionOf({ kind: 'new_group', members: doings }, rules))
    })

export const programmedGroupOptions = (unit: readonly SessionExercise[], rules: Rules): Option[] => {
  const all = Math.max(...unit.map(({ workingSets }) => workingSets.length))
  return range(fewestRounds(unit, rules), all).map((rounds) => {
    const members = unit.map((exercise) =>
      asProgrammed(exercise, Math.min(exercise.workingSets.length, rounds)),
    )
    return optionOf({ kind: 'programmed_group', members }, rules)
  })
}
