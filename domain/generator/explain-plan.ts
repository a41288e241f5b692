/** What was chosen and why, what was left out and why: as data with plain sentences. */
import { layoutSeconds, programmedLayout } from '../clock/layout.ts'
import { prepareSession } from '../clock/prepare-session.ts'
import type { Movement } from '../movements/movement.ts'
import type { NormalPlan } from '../plan/document.ts'
import { wantsConditioning } from './around.ts'
import type { Drafted } from './draft-week.ts'
import { explainVolume } from './explain-volume.ts'
import { explainWeeks } from './explain-weeks.ts'
import type { Explanation } from './explanation.ts'
import { spoken } from './intent.ts'
import type { WeeklySets } from './weekly-sets.ts'
import { inOrder } from './write-plan.ts'

const explainMovements = ({ draft }: Drafted): Explanation[] =>
  draft.sessions.flatMap(({ template, before, after, exercises }) => [
    ...before.map(
      ({ id, name }): Explanation => ({
        topic: 'warmup',
        subject: id,
        session: template.name,
        text: `${name} is the warm-up; core lifts have ramps besides.`,
      }),
    ),
    ...inOrder(exercises).map(
      ({ movement, why }): Explanation => ({
        topic: 'movement',
        subject: movement.slug,
        session: template.name,
        text: `${movement.name} ${why}.`,
      }),
    ),
    ...after.map(
      ({ id, name }): Explanation => ({
        topic: 'conditioning',
        subject: id,
        session: template.name,
        text: `${name} is for the heart: a fifth of the time at most, and last, so that the lifting is done fresh.`,
      }),
    ),
  ])

const explainTime = (plan: NormalPlan, minutes: number): Explanation => {
  const longest = Math.max(
    ...plan.microcycles.flatMap(({ weekNumber, sessions }) =>
      sessions.map((session) => layoutSeconds(programmedLayout(prepareSession(session, weekNumber)))),
    ),
  )
  const text = `The longest session lasts ${Math.ceil(longest / 60)} of ${minutes} minutes by the clock that Time Crunch uses: set-ups, ramps, sets and rests.`
  return { topic: 'time', text }
}

const leadReasons = {
  none: 'no movement for it is left by the equipment, the limitations and what the session has already',
  time: 'nothing for it fits the minutes beside what comes before',
  volume: 'its muscles have their most for the week without it',
  full: 'the session has as many exercises as it should',
} as const

const explainLeftOut = ({ draft, leftOut }: Drafted, movements: readonly Movement[]): Explanation[] => {
  const left = leftOut.map(
    ({ session, pattern, reason }): Explanation => ({
      topic: 'left_out',
      subject: pattern,
      session,
      text: `${session} has no ${spoken(pattern)} to lead: ${leadReasons[reason]}.`,
    }),
  )
  const coached = [...new Set(movements.map(({ pattern }) => pattern))].filter(
    (pattern) => pattern === 'olympic' || pattern === 'jump',
  )
  for (const pattern of coached.sort()) {
    const what = pattern === 'olympic' ? 'Olympic lifts' : 'Jumps'
    const text = `${what} are left out: they want a coach who sees them.`
    left.push({ topic: 'left_out', subject: pattern, text })
  }
  if (wantsConditioning(draft.intent) && draft.sessions.every(({ after }) => after.length === 0)) {
    const text = 'There is no conditioning: nothing in the library for it is left by the intent.'
    left.push({ topic: 'left_out', subject: 'conditioning', text })
  }
  return left
}

export const explainPlan = (
  drafted: Drafted,
  plan: NormalPlan,
  counted: readonly WeeklySets[],
  movements: readonly Movement[],
): Explanation[] => {
  const { draft, split } = drafted
  const { daysPerWeek, minutesPerSession } = draft.intent
  const days = `${daysPerWeek} day${daysPerWeek === 1 ? '' : 's'} a week`
  return [
    { topic: 'split', text: `${days} as ${split.name}: ${split.why}.` },
    ...explainWeeks(drafted),
    explainTime(plan, minutesPerSession),
    ...explainMovements(drafted),
    ...explainVolume(drafted, counted, movements),
    ...explainLeftOut(drafted, movements),
  ]
}
