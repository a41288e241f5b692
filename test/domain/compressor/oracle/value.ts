/** The value of section 4, straight from the page: fractional sets, pair classes, size V and strength G. */
import type { Priority } from '../../../../domain/plan/document.ts'
import type { SessionExercise } from '../../../../domain/plan/session.ts'
import type { DoingSegment } from './doing.ts'

export const muscles = [
  'abdominals,abductors,adductors,biceps,calves,chest,forearms,glutes,hamstrings,lats,lower_back',
  'middle_back,neck,quadriceps,shoulders,traps,triceps,cardio',
].flatMap((line) => line.split(','))

const opposites = [
  'chest–middle_back chest–lats shoulders–lats quadriceps–hamstrings biceps–triceps',
  'abdominals–lower_back abductors–adductors',
].flatMap((line) => line.split(' '))

export type PairClass = 'same_primary' | 'antagonist' | 'shared_synergist' | 'non_competing'
export type PriorityOf = (exercise: SessionExercise) => Priority

const pairKappa = { antagonist: 0.99, non_competing: 0.98, shared_synergist: 0.9, same_primary: 0.82 }
const priorityWeight = { high: 1.5, normal: 1, low: 0.67 }

const share = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((muscle) => others.includes(muscle))

export const pairClass = (one: SessionExercise, other: SessionExercise): PairClass => {
  const eachWorksTheOther =
    share(one.primaryMuscles, other.secondaryMuscles) && share(other.primaryMuscles, one.secondaryMuscles)
  if (share(one.primaryMuscles, other.primaryMuscles) || eachWorksTheOther) return 'same_primary'
  const crossed = one.primaryMuscles.flatMap((mine) =>
    other.primaryMuscles.flatMap((theirs) => [`${mine}–${theirs}`, `${theirs}–${mine}`]),
  )
  if (share(crossed, opposites)) return 'antagonist'
  const all = (exercise: SessionExercise) => [...exercise.primaryMuscles, ...exercise.secondaryMuscles]
  return share(all(one), all(other)) ? 'shared_synergist' : 'non_competing'
}

/** κ of a group: 1 alone, the pair's for two, 0.97 of the worst pair's for three. */
export const kappa = (members: readonly SessionExercise[]): number => {
  const pairs = members.flatMap((one, index) =>
    members.slice(index + 1).map((other) => pairKappa[pairClass(one, other)]),
  )
  return Math.min(1, ...pairs) * (members.length === 3 ? 0.97 : 1)
}

export const restQuality = (restSeconds: number): number =>
  1 - 0.28 * Math.exp(-(Math.min(300, Math.max(30, restSeconds)) - 30) / 45)

/** φ: what one set of the exercise counts for each muscle of the list above. */
export const fractionalSet = (exercise: SessionExercise): number[] => {
  if (exercise.role === 'warmup' || exercise.role === 'cooldown') return muscles.map(() => 0)
  if (exercise.role === 'conditioning') return muscles.map((muscle) => (muscle === 'cardio' ? 1 : 0))
  const secondary = Math.min(0.5, 1.5 / exercise.secondaryMuscles.length)
  return muscles.map((muscle) => {
    if (exercise.primaryMuscles.includes(muscle)) return 1
    return exercise.secondaryMuscles.includes(muscle) ? secondary : 0
  })
}

/** Weighted fractional sets of a segment per muscle: φ·π·Q·k, summed over its members. */
export const segmentStimulus = ({ kind, members }: DoingSegment, priorityOf: PriorityOf): number[] => {
  const total = muscles.map(() => 0)
  const group = kind === 'new_group' ? kappa(members.map(({ exercise }) => exercise)) : 1
  for (const { exercise, sets, restSeconds } of members) {
    const weight = exercise.role === 'core' ? 1 : priorityWeight[priorityOf(exercise)]
    const rested =
      kind === 'programmed_group' ? 1 : restQuality(restSeconds) / restQuality(exercise.restSeconds)
    for (const [muscle, counts] of fractionalSet(exercise).entries()) {
      total[muscle]! += counts * weight * group * rested * sets
    }
  }
  return total
}

export const sizeOf = (stimulus: ArrayLike<number>): number => {
  let size = 0
  for (let muscle = 0; muscle < stimulus.length; muscle++) size += Math.min(11, stimulus[muscle]!) ** 0.45
  return size
}

export const sizeValue = (segments: readonly DoingSegment[], priorityOf: PriorityOf): number => {
  const each = segments.map((segment) => segmentStimulus(segment, priorityOf))
  return sizeOf(muscles.map((_, muscle) => each.reduce((total, stimulus) => total + stimulus[muscle]!, 0)))
}

export const strengthOfSets = (sets: number): number => (1.7 * sets) / (sets + 0.7)

export const strengthValue = (segments: readonly DoingSegment[]): number =>
  segments
    .flatMap(({ members }) => members)
    .filter(({ exercise }) => exercise.role === 'core')
    .reduce((total, { sets }) => total + strengthOfSets(sets), 0)
