/**
 * A whole plan from a training intent: pure, and the same for the same intent, seed and library.
 *
 * One full week is drafted (split, leads, filling), checked by the clock on its heaviest and its longest day, then written
 * out for every week of the calendar, where repetitions, effort and sets change as the progression says. Nothing is grouped:
 * pairing is what Time Crunch does on a day that is too short, and what a coach may do where it fits.
 */
import type { Movement } from '../movements/movement.ts'
import type { NormalPlan } from '../plan/document.ts'
import type { Fault } from '../plan/faults.ts'
import { draftWeek } from './draft-week.ts'
import { explainPlan } from './explain-plan.ts'
import type { Explanation } from './explanation.ts'
import type { Impossibility } from './impossibilities.ts'
import type { IntentDocument } from './intent.ts'
import { resolveIntent } from './resolve-intent.ts'
import { type WeeklySets, weeklySets } from './weekly-sets.ts'
import { writePlan } from './write-plan.ts'

export interface GeneratedPlan {
  readonly outcome: 'generated'
  readonly plan: NormalPlan
  readonly explanations: Explanation[]
  readonly weeklySets: WeeklySets[]
  readonly seed: string | number
}

export type Generation =
  | GeneratedPlan
  /** Words that nobody knows, or that contradict each other. */
  | { readonly outcome: 'invalid'; readonly faults: readonly Fault[] }
  /** Well said, but no plan can do it; `nearestPossible` finds one that can. */
  | { readonly outcome: 'impossible'; readonly impossible: readonly Impossibility[] }

/**
 * A plan is read, edited and written back in one body of at most 1 MiB: what cannot come back is not sent out. The rest is
 * for what its owner adds. Counted in characters; the library's texts are nearly all ASCII.
 */
export const mostPlanCharacters = 900_000

/** `movements`: the published library, in any order. */
export const generatePlan = (document: IntentDocument, movements: readonly Movement[]): Generation => {
  const resolved = resolveIntent(document, movements)
  if (!resolved.ok) return { outcome: 'invalid', faults: resolved.faults }
  const intent = resolved.value
  const drafted = draftWeek(intent, movements)
  if (!drafted.ok) return { outcome: 'impossible', impossible: drafted.impossible }
  const plan = writePlan(drafted.draft, drafted.weeks)
  const characters = JSON.stringify(plan).length
  if (characters > mostPlanCharacters) {
    const fitting = Math.floor((intent.weeks * mostPlanCharacters) / characters)
    const message = `a plan of ${intent.weeks} weeks like these is larger than a plan may be; about ${fitting} weeks fit`
    return { outcome: 'impossible', impossible: [{ part: 'weeks', path: '/weeks', message }] }
  }
  const counted = weeklySets(plan, drafted.draft.ranges)
  return {
    outcome: 'generated',
    plan,
    explanations: explainPlan(drafted, plan, counted, movements),
    weeklySets: counted,
    seed: intent.seed,
  }
}
