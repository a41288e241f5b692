/** The weeks of a plan: how heavy each is, how many of the sets it has, and which of them are for recovering. */
import type { Level } from './dosage.ts'
import type { TrainingIntent } from './intent.ts'
import type { SessionTemplate } from './split.ts'

export interface Week {
  readonly weekNumber: number
  readonly phase: string
  readonly deload: boolean
  /** Of each session of the week, by its place. */
  readonly levelOf: (session: number) => Level
  /** How many of the full week's sets accessories keep; in a deload, of all exercises. */
  readonly setShare: number
  /** 0..1 through the run of hard weeks that this one stands in; null in a deload. */
  readonly progress: number | null
}

/** An easy session stays light, whatever its week is. */
export const levelOn = (week: Week, { isEasy }: SessionTemplate, place: number): Level =>
  isEasy ? 'light' : week.levelOf(place)

/** Half the sets, at an easy effort (Bell 2023: less volume first, then less intensity). */
const deloadShare = 0.5

type Stage = Pick<Week, 'phase' | 'levelOf' | 'setShare'>

const stage = (phase: string, level: Level, setShare = 1): Stage => ({
  phase,
  levelOf: () => level,
  setShare,
})

/** Issurin 2010: volume first, then load, then the performance that both were for. */
const accumulation = stage('accumulation', 'light')
const intensification = stage('intensification', 'medium', 0.85)
const realisation = stage('realisation', 'heavy', 0.65)

/** Half, two fifths and the rest of a block cycle's hard weeks; a short cycle does without its last phases. */
const blockStages = (hardWeeks: number): Stage[] => {
  if (hardWeeks === 1) return [accumulation]
  if (hardWeeks === 2) return [accumulation, intensification]
  const last = Math.max(1, Math.round(hardWeeks / 5))
  const middle = Math.max(1, Math.round(hardWeeks * 0.4))
  return [
    ...Array<Stage>(hardWeeks - last - middle).fill(accumulation),
    ...Array<Stage>(middle).fill(intensification),
    ...Array<Stage>(last).fill(realisation),
  ]
}

/** Fewer weeks than this are too few to change the repetitions as well as the effort. */
const fewestWeeksForThirds = 6

const linearStage = (hardWeek: number, hardWeeks: number): Stage => {
  if (hardWeeks < fewestWeeksForThirds) return stage('build', 'medium')
  const third = Math.floor((3 * hardWeek) / hardWeeks)
  if (third === 0) return stage('foundation', 'light')
  return third === 1 ? stage('build', 'medium') : stage('peak', 'heavy')
}

/** Heavy, light, medium (Rhea 2002; Zourdos 2016 for the order), moved on by one session every week. */
const dailyOrder: readonly Level[] = ['heavy', 'light', 'medium']

const undulatingStage = (hardWeek: number): Stage => ({
  phase: 'undulating',
  levelOf: (session) => dailyOrder[(session + hardWeek) % dailyOrder.length]!,
  setShare: 1,
})

/** Lengths of the runs of hard weeks; each but perhaps the last is followed by a deload. */
const runsOf = (weeks: number, deloadEvery: number | null): { hardWeeks: number; deload: boolean }[] => {
  const length = deloadEvery ?? weeks
  const runs: { hardWeeks: number; deload: boolean }[] = []
  for (let left = weeks; left > 0; left -= length) {
    const deload = deloadEvery !== null && left >= length
    runs.push({ hardWeeks: deload ? length - 1 : Math.min(left, length), deload })
  }
  return runs
}

/** A block cycle ends after this many hard weeks, deload or not: peaks are not put off for ever. */
const blockCycleWeeks = 6

const cyclesOf = (hardWeeks: number): number[] => {
  const cycles: number[] = []
  for (let left = hardWeeks; left > 0; left -= blockCycleWeeks) cycles.push(Math.min(left, blockCycleWeeks))
  return cycles
}

export const planWeeks = ({ weeks, progression, deloadEvery }: TrainingIntent): Week[] => {
  const planned: Week[] = []
  const runs = runsOf(weeks, deloadEvery)
  const allHard = runs.reduce((sum, { hardWeeks }) => sum + hardWeeks, 0)
  let hardWeek = 0
  const add = (week: Omit<Week, 'weekNumber'>): void => {
    planned.push({ weekNumber: planned.length + 1, ...week })
  }
  const stageOf = (index: number, length: number): Stage => {
    if (progression === 'block') return blockStages(length)[index]!
    return progression === 'linear' ? linearStage(hardWeek, allHard) : undulatingStage(hardWeek)
  }
  for (const { hardWeeks, deload } of runs) {
    for (const length of progression === 'block' ? cyclesOf(hardWeeks) : [hardWeeks]) {
      for (let index = 0; index < length; index += 1) {
        const progress = length === 1 ? 0.5 : index / (length - 1)
        add({ ...stageOf(index, length), deload: false, progress })
        hardWeek += 1
      }
    }
    if (deload) {
      // The week before is repeated, easier: nothing new to learn in a week for recovering.
      const { levelOf } = planned.at(-1)!
      add({ phase: 'deload', deload: true, levelOf, setShare: deloadShare, progress: null })
    }
  }
  return planned
}
