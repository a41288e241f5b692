/** The clock of section 3, straight from the page: seconds of a segment and of a session. */
import type { Session, SessionExercise, TimedSet } from '../../../../domain/plan/session.ts'
import { type Doing, type DoingSegment, programmedSegments } from './doing.ts'
import { retainedSets } from './retained-sets.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

export const workOf = (sets: readonly TimedSet[]): number => sum(sets.map((set) => set.workSeconds))

export const rampOf = ({ exercise, rampCut }: Doing): readonly TimedSet[] =>
  rampCut ? exercise.warmupSets.slice(-1) : exercise.warmupSets

const rampSeconds = (doing: Doing): number =>
  sum(rampOf(doing).map((set) => set.workSeconds + set.restSeconds))

/** What an exercise costs before its first working set. */
const before = (doing: Doing): number => doing.exercise.setupSeconds + rampSeconds(doing)

export const singleSeconds = (doing: Doing): number => {
  const sets = retainedSets(doing.exercise, doing.sets)
  const rests = sets.slice(0, -1).map((set) => Math.min(doing.restSeconds, set.restSeconds))
  return before(doing) + workOf(sets) + sum(rests)
}

/** Short rest of an accessory, or null where there is none: it must be shorter, between two sets at least. */
export const shortRest = (exercise: SessionExercise, sets: number): number | null => {
  const floor = exercise.mechanic === 'compound' ? 75 : 45
  const short = Math.max(floor, Math.round(0.6 * exercise.restSeconds))
  return sets >= 2 && short < exercise.restSeconds ? short : null
}

export const changeoverSeconds = (from: SessionExercise, to: SessionExercise): number => {
  if (from.station !== to.station) return 30
  return from.station === 'rack' ? 60 : 15
}

/** The members that have a set left in a round, in order; round 0 is the first. */
const membersOfRound = (members: readonly Doing[], round: number): Doing[] =>
  members.filter((member) => member.sets > round)

const changeoversOfRound = (members: readonly Doing[], round: number): number => {
  const present = membersOfRound(members, round)
  return sum(
    present.slice(1).map((member, index) => changeoverSeconds(present[index]!.exercise, member.exercise)),
  )
}

export const roundsOf = (members: readonly Doing[]): number => Math.max(...members.map(({ sets }) => sets))

/** The pause after a round of a new group: every muscle still gets its rest while its partners work. */
export const pauseSeconds = (members: readonly Doing[]): number => {
  const shortestWork = members.map(({ exercise, sets }) =>
    Math.min(...retainedSets(exercise, sets).map((set) => set.workSeconds)),
  )
  const changeovers = changeoversOfRound(members, 0)
  const needs = members.map((member, own) => {
    const partnersWork = sum(shortestWork.filter((_, other) => other !== own))
    return member.restSeconds - partnersWork - changeovers
  })
  return Math.max(members.length === 2 ? 45 : 60, ...needs)
}

export const newGroupSeconds = (members: readonly Doing[]): number => {
  const rounds = roundsOf(members)
  const work = sum(members.map(({ exercise, sets }) => workOf(retainedSets(exercise, sets))))
  const changeovers = sum(Array.from({ length: rounds }, (_, round) => changeoversOfRound(members, round)))
  return sum(members.map(before)) + work + changeovers + (rounds - 1) * pauseSeconds(members)
}

/** After a round's last set r holds, whatever the exercise's own rest says; between the others its own rest does. */
export const programmedGroupSeconds = (members: readonly Doing[]): number => {
  const rounds = roundsOf(members)
  let seconds = sum(members.map(before))
  for (let round = 0; round < rounds; round++) {
    const present = membersOfRound(members, round)
    for (const [place, { exercise, sets }] of present.entries()) {
      seconds += retainedSets(exercise, sets)[round]!.workSeconds
      const next = present[place + 1]
      if (next !== undefined) seconds += exercise.ownRestSeconds ?? changeoverSeconds(exercise, next.exercise)
      else if (round < rounds - 1) seconds += exercise.restSeconds
    }
  }
  return seconds
}

export const segmentSeconds = ({ kind, members }: DoingSegment): number => {
  if (kind === 'single') return singleSeconds(members[0]!)
  return kind === 'new_group' ? newGroupSeconds(members) : programmedGroupSeconds(members)
}

export const sessionSeconds = (segments: readonly DoingSegment[]): number => sum(segments.map(segmentSeconds))

export const originalSeconds = (session: Session): number =>
  sessionSeconds(programmedSegments(session.exercises))
