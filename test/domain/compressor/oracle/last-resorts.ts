/** Plain versions of answers 3, 4 and 5: nothing but core and pinned, ramps cut, core sets trimmed, unmet. */
import { sessionSeconds } from './clock.ts'
import type { Doing, DoingSegment } from './doing.ts'
import { cappedSets, fewestSets, type Rules } from './rules.ts'
import { strengthValue } from './value.ts'

export interface LastResort {
  readonly answer: 3 | 4 | 5
  readonly segments: readonly DoingSegment[]
}

const isLoneCore = ({ kind, members }: DoingSegment): boolean =>
  kind === 'single' && members[0]!.exercise.role === 'core'

const withLift = (segments: readonly DoingSegment[], place: number, change: Partial<Doing>): DoingSegment[] =>
  segments.map((segment, index) =>
    index === place ? { ...segment, members: [{ ...segment.members[0]!, ...change }] } : segment,
  )

/** Answer 3: ramps cut to their last set, the last lift first, one at a time, only until it fits. */
const cutRamps = (segments: readonly DoingSegment[], budgetSeconds: number): readonly DoingSegment[] => {
  let cut = segments
  for (let place = segments.length - 1; place >= 0; place--) {
    if (sessionSeconds(cut) <= budgetSeconds) return cut
    const segment = segments[place]!
    const hasRampToCut = isLoneCore(segment) && segment.members[0]!.exercise.warmupSets.length > 1
    if (hasRampToCut) cut = withLift(cut, place, { rampCut: true })
  }
  return cut
}

/** Every way to trim the core lifts between floor and cap, more sets for the earlier lift first. */
const coreTrims = (segments: readonly DoingSegment[], rules: Rules): (readonly DoingSegment[])[] =>
  segments.reduce<(readonly DoingSegment[])[]>(
    (ways, segment, place) => {
      if (!isLoneCore(segment)) return ways
      const lift = segment.members[0]!.exercise
      return ways.flatMap((way) => {
        const trims: DoingSegment[][] = []
        for (let sets = cappedSets(lift, rules); sets >= fewestSets(lift, rules); sets--) {
          trims.push(withLift(way, place, { sets }))
        }
        return trims
      })
    },
    [segments],
  )

/** `segments`: core lifts first, in programmed order, as answer 2 has them, then what is forced to stay. */
export const lastResort = (
  segments: readonly DoingSegment[],
  rules: Rules,
  budgetSeconds: number,
): LastResort => {
  const cut = cutRamps(segments, budgetSeconds)
  if (sessionSeconds(cut) <= budgetSeconds) return { answer: 3, segments: cut }

  let best: { segments: readonly DoingSegment[]; strength: number; seconds: number } | null = null
  const trims = coreTrims(cut, rules)
  for (const trim of trims) {
    const seconds = sessionSeconds(trim)
    if (seconds > budgetSeconds) continue
    const strength = strengthValue(trim)
    const more = best === null ? Number.POSITIVE_INFINITY : strength - best.strength
    // The trims come in the order of the last tie-break, so that only strictly better ones replace the best.
    if (best === null || more > 1e-9 || (more > -1e-9 && seconds < best.seconds)) {
      best = { segments: trim, strength, seconds }
    }
  }
  return best === null ? { answer: 5, segments: trims.at(-1)! } : { answer: 4, segments: best.segments }
}
