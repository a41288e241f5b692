/**
 * Where everything of a session lies in time. Set-up, work, rest and the total of a segment are the clock's own
 * seconds; within them sets and rests are drawn in proportion to what is prescribed.
 */
import type { Segment, SegmentExercise, SetDocument } from '../service/answers.ts'

export interface Stroke {
  fromSecond: number
  seconds: number
}

export interface Lane {
  exercise: SegmentExercise
  /** When it is worked on. */
  strokes: Stroke[]
}

export interface PlacedSegment {
  segment: Segment
  fromSecond: number
  setupSeconds: number
  totalSeconds: number
  /** One an exercise: those of a pair lie side by side. */
  lanes: Lane[]
}

interface Slot {
  /** The exercise at work, null while everybody rests. */
  lane: number | null
  weight: number
}

/** Proportions only: the clock scales them to its seconds. */
const workWeight = ({ reps, seconds }: SetDocument): number => {
  if (seconds !== undefined) return seconds
  const upper = Number(String(reps).match(/\d+$/)?.[0] ?? 12)
  return 3 * upper + 5
}

const rampRestWeight = 45
const changeoverWeight = 30

const isRamp = ({ warmup }: SetDocument): boolean => warmup === true

const rampSlots = ({ sets }: SegmentExercise, lane: number): Slot[] =>
  sets.filter(isRamp).flatMap((set) => [
    { lane, weight: workWeight(set) },
    { lane: null, weight: set.restSeconds ?? rampRestWeight },
  ])

const singleSlots = (exercise: SegmentExercise): Slot[] => {
  const working = exercise.sets.filter((set) => !isRamp(set))
  const slots = working.flatMap((set): Slot[] => [
    { lane: 0, weight: workWeight(set) },
    { lane: null, weight: exercise.restSeconds },
  ])
  return [...rampSlots(exercise, 0), ...slots.slice(0, -1)]
}

const groupSlots = ({ exercises, roundRestSeconds }: Segment): Slot[] => {
  const slots = exercises.flatMap(rampSlots)
  const working = exercises.map(({ sets }) => sets.filter((set) => !isRamp(set)))
  const rounds = Math.max(...working.map(({ length }) => length))
  for (let round = 0; round < rounds; round += 1) {
    working.forEach((sets, lane) => {
      const set = sets[round]
      if (set) slots.push({ lane, weight: workWeight(set) }, { lane: null, weight: changeoverWeight })
    })
    const last = slots.at(-1)
    if (last) last.weight = roundRestSeconds ?? exercises.at(-1)?.restSeconds ?? changeoverWeight
  }
  return slots.slice(0, -1)
}

const sumOf = (slots: readonly Slot[], isWork: boolean): number =>
  slots.reduce((sum, { lane, weight }) => ((lane !== null) === isWork ? sum + weight : sum), 0)

const placeOne = (segment: Segment, fromSecond: number): PlacedSegment => {
  const { exercises, timing } = segment
  const [only] = exercises
  const slots = exercises.length === 1 && only ? singleSlots(only) : groupSlots(segment)
  const workScale = timing.workSeconds / (sumOf(slots, true) || 1)
  const restScale = timing.restSeconds / (sumOf(slots, false) || 1)
  const lanes: Lane[] = exercises.map((exercise) => ({ exercise, strokes: [] }))
  let now = fromSecond + timing.setupSeconds
  for (const { lane, weight } of slots) {
    const seconds = weight * (lane === null ? restScale : workScale)
    if (lane !== null) lanes[lane]?.strokes.push({ fromSecond: now, seconds })
    now += seconds
  }
  return {
    segment,
    fromSecond,
    setupSeconds: timing.setupSeconds,
    totalSeconds: timing.totalSeconds,
    lanes,
  }
}

export const placeSegments = (segments: readonly Segment[]): PlacedSegment[] => {
  let now = 0
  return segments.map((segment) => {
    const placed = placeOne(segment, now)
    now += placed.totalSeconds
    return placed
  })
}

/** The numbers that exercises go by on the page: their places in the programme. */
export const numbersOf = (programme: readonly Segment[]): ReadonlyMap<string, number> =>
  new Map(
    programme.flatMap(({ exercises }) => exercises).map(({ exerciseId }, index) => [exerciseId, index + 1]),
  )
