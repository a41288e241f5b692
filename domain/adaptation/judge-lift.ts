/** What the reports of a lift say about its sets: too hard, left undone, too easy, on target, or not enough yet. */
import { type Evidence, evidenceOf } from './evidence.ts'
import type { LiftReports } from './gather.ts'
import { adaptationParameters } from './parameters.ts'

export type Verdict = 'too_hard' | 'left_undone' | 'too_easy' | 'on_target' | 'unknown'

export interface Judgement {
  readonly verdict: Verdict
  readonly evidence: Evidence
  /** Of the reports, those that by themselves say what the verdict says: 0 to 1. */
  readonly agreement: number
}

const { tooHard, tooHardWhenRising, rising, tooEasy, lowCompletion, fullCompletion } = adaptationParameters

/** Working sets that the lift had when it was last reported on that weekday, else when it was last reported at all. */
export const referenceSets = ({ seen }: LiftReports, dayOfWeek: number | null): number | undefined =>
  (seen.findLast((one) => one.dayOfWeek === dayOfWeek) ?? seen.at(-1))?.programmedSets

/** Reports that count, given how many sets they speak of against how many the plan has had lately. */
const reportsWhere = (lift: LiftReports, counts: (then: number, lately: number) => boolean): LiftReports => {
  const counted = <T extends LiftReports['seen'][number]>(list: readonly T[]): T[] =>
    list
      .filter((one) => counts(one.plannedSets, referenceSets(lift, one.dayOfWeek) ?? one.programmedSets))
      .slice(-adaptationParameters.windowReports.value)
  return { seen: lift.seen, deviations: counted(lift.deviations), completions: counted(lift.completions) }
}

const share = <T>(list: readonly T[], holds: (item: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(holds).length / list.length

const isEnough = (reports: number): boolean => reports >= adaptationParameters.fewestReports.value

/** Too hard on as many sets as lately, or on fewer: what was too hard on more has been answered by taking sets away. */
const judgeLoad = (lift: LiftReports): Judgement | undefined => {
  const counted = reportsWhere(lift, (then, lately) => then <= lately)
  const evidence = evidenceOf(counted)
  const { rpeReports, performanceReports, medianDeviation, slopePerWeek, completion } = evidence
  if (isEnough(rpeReports) && medianDeviation !== null) {
    const rises = slopePerWeek !== null && slopePerWeek >= rising.value
    if (medianDeviation >= tooHard.value || (rises && medianDeviation >= tooHardWhenRising.value)) {
      const agreement = share(counted.deviations, ({ value }) => value >= tooHardWhenRising.value)
      return { verdict: 'too_hard', evidence, agreement }
    }
  }
  if (isEnough(performanceReports) && completion !== null && completion < lowCompletion.value) {
    const agreement = share(counted.completions, ({ done, planned }) => done < planned * lowCompletion.value)
    return { verdict: 'left_undone', evidence, agreement }
  }
  return undefined
}

/** Too easy on as many sets as lately, or on more; not while it gets harder, was hard last time, or is left undone. */
const judgeEase = (lift: LiftReports): Judgement | undefined => {
  const counted = reportsWhere(lift, (then, lately) => then >= lately)
  const evidence = evidenceOf(counted)
  const { rpeReports, medianDeviation, slopePerWeek, completion } = evidence
  const latest = lift.deviations.at(-1)?.value
  const isEasy =
    isEnough(rpeReports) &&
    medianDeviation !== null &&
    medianDeviation <= tooEasy.value &&
    (slopePerWeek ?? 0) < rising.value &&
    latest !== undefined &&
    latest < 0 &&
    (completion === null || completion >= fullCompletion.value)
  if (!isEasy) return undefined
  const agreement = share(counted.deviations, ({ value }) => value <= -tooHardWhenRising.value)
  return { verdict: 'too_easy', evidence, agreement }
}

export const judgeLift = (lift: LiftReports): Judgement => {
  const found = judgeLoad(lift) ?? judgeEase(lift)
  if (found) return found
  const counted = reportsWhere(lift, () => true)
  const evidence = evidenceOf(counted)
  const agreement = counted.deviations.length
    ? share(counted.deviations, ({ value }) => value > tooEasy.value && value < tooHard.value)
    : share(counted.completions, ({ done, planned }) => done >= planned * lowCompletion.value)
  const known = isEnough(evidence.rpeReports) || isEnough(evidence.performanceReports)
  return { verdict: known ? 'on_target' : 'unknown', evidence, agreement }
}
