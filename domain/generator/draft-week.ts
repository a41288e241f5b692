/** Makes the full week of a plan: split, time set aside, leads, and what fills the rest; or says why there is none. */
import type { Movement } from '../movements/movement.ts'
import { conditioningFor, warmupFor } from './around.ts'
import { availableMovements, isLifting } from './available-movements.ts'
import { levelOn, planWeeks, type Week } from './calendar.ts'
import { chooseLeads, type LeftOut } from './choose-leads.ts'
import { type Level, levels } from './dosage.ts'
import { exerciseSeconds } from './exercise-seconds.ts'
import { fillWeek } from './fill-week.ts'
import { type Impossibility, impossibilities } from './impossibilities.ts'
import type { TrainingIntent } from './intent.ts'
import { seededRandom } from './seeded-random.ts'
import { shortlist } from './shortlist.ts'
import { fullBodySplit, type SessionTemplate, type Split, splitFor } from './split.ts'
import { volumeRanges } from './volume-range.ts'
import { type DraftSession, WeekDraft } from './week-draft.ts'

export interface Drafted {
  readonly ok: true
  readonly draft: WeekDraft
  readonly split: Split
  readonly weeks: readonly Week[]
  /** What could be chosen from. */
  readonly lifts: readonly Movement[]
  readonly leftOut: readonly LeftOut[]
}

export interface NotDrafted {
  readonly ok: false
  readonly impossible: readonly Impossibility[]
}

/** The usual split, unless what the intent avoids leaves one of its days without anything to do. */
const chooseSplit = (days: number, lifts: readonly Movement[]): Split => {
  const usual = splitFor(days)
  const hasWork = ({ region }: SessionTemplate): boolean =>
    lifts.some(({ primaryMuscles }) => primaryMuscles.every((muscle) => region.has(muscle)))
  return usual.sessions.every(hasWork) ? usual : fullBodySplit(days)
}

const levelsOf = (weeks: readonly Week[], template: SessionTemplate, place: number): Level[] =>
  levels.filter((level) => weeks.some((week) => levelOn(week, template, place) === level))

/** How much of the time an easy session takes. */
const easyShare = 0.6

const emptySession = (
  intent: TrainingIntent,
  template: SessionTemplate,
  place: number,
  weeks: readonly Week[],
  available: readonly Movement[],
  taste: ReadonlyMap<string, number>,
): DraftSession => {
  const conditioning = conditioningFor(intent, place, available, taste)
  const others = available.filter(({ slug }) => slug !== conditioning?.id)
  const before = warmupFor(intent, template.region, place, others, taste)
  const after = conditioning ? [conditioning] : []
  const aside = [...before, ...after].reduce((sum, exercise) => sum + exerciseSeconds(exercise), 0)
  const used = levelsOf(weeks, template, place)
  const seconds = intent.minutesPerSession * 60
  return {
    template,
    before,
    after,
    levels: used,
    budgetSeconds: Math.floor(seconds * (template.isEasy ? easyShare : 1)) - aside,
    seconds: used.map(() => 0),
    muscleSets: new Map(),
    exercises: [],
  }
}

const idleFaults = ({ sessions, intent }: WeekDraft): Impossibility[] => {
  const idle = sessions.filter(({ exercises }) => exercises.length === 0).length
  if (idle === 0) return []
  const { daysPerWeek, minutesPerSession } = intent
  const message = `of ${daysPerWeek} sessions of ${minutesPerSession} minutes ${idle} would be empty: what may be trained has its most for the week in the others`
  return [{ part: 'days', path: '/daysPerWeek', message }]
}

export const draftWeek = (intent: TrainingIntent, movements: readonly Movement[]): Drafted | NotDrafted => {
  const impossible = impossibilities(intent, movements)
  if (impossible.length > 0) return { ok: false, impossible }
  const available = availableMovements(intent, movements)
  const random = seededRandom(intent.seed)
  const taste = new Map(available.map(({ slug }) => [slug, random()]))
  const lifts = shortlist(
    available.filter((movement) => isLifting(movement, intent)),
    intent,
    taste,
  )
  const weeks = planWeeks(intent)
  const split = chooseSplit(intent.daysPerWeek, lifts)
  const draft = new WeekDraft(
    intent,
    volumeRanges(intent),
    split.sessions.map((template, place) => emptySession(intent, template, place, weeks, available, taste)),
  )
  const leftOut = chooseLeads(draft, lifts, taste)
  fillWeek(draft, lifts, taste)
  const idle = idleFaults(draft)
  return idle.length > 0 ? { ok: false, impossible: idle } : { ok: true, draft, split, weeks, lifts, leftOut }
}
