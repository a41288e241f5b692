/** Every number of the adaptation, each with its unit and where it comes from. */
import type { Parameter } from '../parameters.ts'

const parameter = (value: number, unit: string, source: string): Parameter =>
  Object.freeze({ value, unit, source })

const judgement = "the authors' judgement"

export const adaptationParameters = Object.freeze({
  targetRpeCore: parameter(
    8,
    'RPE where the plan names none',
    'Zourdos 2016, Helms 2016: 8 is two repetitions in reserve',
  ),
  targetRpeAccessory: parameter(
    8.5,
    'RPE where the plan names none',
    `${judgement}: lighter lifts are taken a little nearer to failure than core lifts`,
  ),
  windowDays: parameter(42, 'days before the latest report that are looked at', judgement),
  windowReports: parameter(6, 'latest reports of a lift that are looked at', judgement),
  fewestReports: parameter(3, 'reports before a lift is judged', 'a median of slopes needs three points'),
  tooHard: parameter(
    1,
    'RPE above target',
    'Hackett 2017: lifters near failure are off by about one repetition; less than that is noise',
  ),
  tooHardWhenRising: parameter(0.5, 'RPE above target, where it rises as well', judgement),
  rising: parameter(0.25, 'RPE a week', judgement),
  tooEasy: parameter(-1, 'RPE above target', 'Hackett 2017, as for too hard'),
  lowCompletion: parameter(0.75, 'of the planned sets', judgement),
  fullCompletion: parameter(0.9, 'of the planned sets', judgement),
  skippedCompletion: parameter(0.5, 'of the planned sets; below it a lift is rather skipped', judgement),
  lowReadiness: parameter(2, 'of 5', `${judgement}: "less ready than usual" is 2`),
  deloadLiftShare: parameter(0.5, 'of the judged lifts too hard', judgement),
  deloadLifts: parameter(2, 'judged lifts at least', judgement),
  deloadOverall: parameter(1.5, 'RPE above target over all judged lifts; a sign enough by itself', judgement),
  deloadSetShare: parameter(
    0.5,
    'of the sets stay',
    'Bell 2022, 2023: fewer sets and less effort are what coaches reduce; how many is judgement',
  ),
  deloadRpeDrop: parameter(2, 'RPE', 'Bell 2022, 2023: further from failure; how far is judgement'),
  deloadRpeFloor: parameter(5, 'RPE that a deload does not go below', judgement),
  mostSets: parameter(10, 'working sets of an exercise, after one was added', judgement),
  mostWeeklySets: parameter(
    20,
    'fractional sets of a muscle a week, after a set was added',
    'Schoenfeld 2017, Pelland 2025: little evidence beyond',
  ),
  freshDays: parameter(14, 'days that a report counts in full', judgement),
  staleDays: parameter(56, 'days more until it counts least', judgement),
  staleWeight: parameter(0.25, 'of the confidence that old reports keep', judgement),
  swapWeight: parameter(
    0.75,
    'of the confidence',
    `${judgement}: that a lift does not suit is measured, that another will is not`,
  ),
})
