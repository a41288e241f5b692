/** What one amendment makes of a week beside another, in words. */
import type { Change, Preview, SessionAnswer } from '../service/answers.ts'
import { clock, counted, percent } from '../words/figures.ts'
import { spokenSlug } from '../words/names.ts'

/** "44:10, size 91 %, strength 98 %, 7 exercises" */
export const spokenSession = ({
  compressedDurationSeconds,
  retained,
  outcome,
  segments,
}: SessionAnswer): string => {
  const exercises = segments.flatMap((segment) => segment.exercises).length
  const fits = outcome === 'unmet' ? ', does not fit' : ''
  return `${clock(compressedDurationSeconds)}${fits}, size ${percent(retained.size)}, strength ${percent(retained.strength)}, ${counted(exercises, 'exercise')}`
}

const spokenSets = ({ setsAfter }: Change): string =>
  setsAfter === 0 ? 'dropped' : counted(setsAfter, 'set')

const spokenKinds = ({ kinds }: Change): string => kinds.map(spokenSlug).join(', ').toLowerCase()

/** "Leg curl: 3 sets → dropped"; only exercises for which something is different. */
export const exerciseDifferences = (was: SessionAnswer, now: SessionAnswer): string[] => {
  const before = new Map(was.changes.map((change) => [change.exerciseId, change]))
  return now.changes.flatMap((change) => {
    const old = before.get(change.exerciseId)
    if (old === undefined) return []
    const [how, hows] =
      old.setsAfter === change.setsAfter
        ? [spokenKinds(old), spokenKinds(change)]
        : [spokenSets(old), spokenSets(change)]
    return how === hows ? [] : [`${change.name}: ${how} → ${hows}`]
  })
}

const unmet = ({ sessions }: Preview): number => sessions.filter(({ outcome }) => outcome === 'unmet').length

/** "size 96 % → 91 %", over the whole week; what stays the same is not said, and time only where nothing else is to say. */
export const weekDifference = (was: Preview, now: Preview): string => {
  const pairs = [
    ['size', percent(was.retained.size), percent(now.retained.size)],
    ['strength', percent(was.retained.strength), percent(now.retained.strength)],
    ['do not fit', String(unmet(was)), String(unmet(now))],
    ['time', clock(was.compressedDurationSeconds), clock(now.compressedDurationSeconds)],
  ] as const
  const different = pairs.filter(([, before, after]) => before !== after)
  return different.length === 0
    ? 'changes nothing here'
    : different
        .filter(([what], index) => index === 0 || what !== 'time')
        .map(([what, before, after]) => `${what} ${before} → ${after}`)
        .join(', ')
}
