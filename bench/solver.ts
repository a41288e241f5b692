/**
 * What an answer costs: the compressor against HiGHS on the same sessions and the same optimum, its own growth with the
 * number of accessories, and the whole frontier against single answers. Seeded sessions; ratios of times in this run.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { defaultAmendment } from '../domain/amendment/amendment.ts'
import { layoutSeconds, programmedLayout } from '../domain/clock/layout.ts'
import { defaultLimits } from '../domain/compressor/compress.ts'
import { type Draft, SessionCompressor } from '../domain/compressor/session-compressor.ts'
import { solveSession } from '../domain/compressor/solve.ts'
import type { Session } from '../domain/plan/session.ts'
import { effectiveSets, sizeValue } from '../domain/stimulus/size.ts'
import { solveMixedInteger } from '../test/domain/compressor/oracle/mixed-integer.ts'
import { randomSession } from '../test/domain/compressor/oracle/random-session.ts'
import { seededRandom } from '../test/domain/compressor/oracle/seeded-random.ts'
import { linePlot } from './plot.ts'
import { median, quantile, short } from './statistics.ts'

interface Instance {
  readonly session: Session
  readonly targetMinutes: number
}

interface Cost {
  readonly accessories: number
  readonly instances: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly proven: number
  readonly worstGap: number
}

/** Ordinary accessories, alone as programmed, at 30, 50 and 70 % of the programmed time. */
const instancesOf = (accessories: number, sessions: number): Instance[] =>
  Array.from({ length: sessions }, (_, index) => {
    const random = seededRandom(accessories * 100_003 + index)
    const drawn = randomSession(random, { accessories: [accessories, accessories], mostSets: 4 })
    const session: Session = {
      ...drawn,
      exercises: drawn.exercises.map((exercise) => ({ ...exercise, group: null, pinnedSets: null })),
    }
    const minutes = layoutSeconds(programmedLayout(session)) / 60
    return [0.3, 0.5, 0.7].map((share) => ({
      session,
      targetMinutes: Math.min(180, Math.max(15, Math.round(minutes * share))),
    }))
  }).flat()

const answer = ({ session, targetMinutes }: Instance): Draft =>
  new SessionCompressor(session, defaultAmendment, defaultLimits).answer(targetMinutes * 60)

const timed = <T>(work: () => T): [result: T, milliseconds: number] => {
  const start = performance.now()
  const result = work()
  return [result, performance.now() - start]
}

const growth = (accessories: number, sessions: number): Cost => {
  const runs = instancesOf(accessories, sessions).map((instance) => timed(() => answer(instance)))
  const times = runs.map(([, milliseconds]) => milliseconds)
  const gaps = runs.map(([{ optimality }]) => optimality.gap)
  return {
    accessories,
    instances: runs.length,
    medianMs: median(times),
    p99Ms: quantile(times, 0.99),
    proven: runs.filter(([{ optimality }]) => optimality.proven).length / runs.length,
    worstGap: Math.max(...gaps),
  }
}

interface Comparison {
  readonly accessories: number
  readonly instances: number
  readonly medianRatio: number
  readonly solverMedianMs: number
  readonly highsMedianMs: number
  /** Largest difference of the two optima. */
  readonly worstDifference: number
}

/**
 * HiGHS and the compressor in turn on each instance that answer 2 answers: the compressor the median of five, HiGHS
 * once, with the fresh instances that its outer approximation makes (see `mixed-integer.ts`).
 */
const against = async (accessories: number, wanted: number): Promise<Comparison> => {
  const ratios: number[] = []
  const solver: number[] = []
  const highs: number[] = []
  let worstDifference = 0
  for (const instance of instancesOf(accessories, wanted * 2)) {
    if (ratios.length >= wanted) break
    const draft = answer(instance)
    if (draft.step !== 'most_value' || !draft.optimality.proven) continue
    const solverMs = median(Array.from({ length: 5 }, () => timed(() => answer(instance))[1]))
    const start = performance.now()
    const found = await solveMixedInteger(instance.session, defaultAmendment, instance.targetMinutes)
    const highsMs = performance.now() - start
    const value = sizeValue(effectiveSets(draft.layout, (id) => weightIn(instance.session, id)))
    worstDifference = Math.max(worstDifference, Math.abs(value - (found?.size ?? Number.POSITIVE_INFINITY)))
    ratios.push(highsMs / solverMs)
    solver.push(solverMs)
    highs.push(highsMs)
  }
  return {
    accessories,
    instances: ratios.length,
    medianRatio: median(ratios),
    solverMedianMs: median(solver),
    highsMedianMs: median(highs),
    worstDifference,
  }
}

const weights = { high: 1.5, normal: 1, low: 0.67 }
const weightIn = (session: Session, id: string): number =>
  weights[session.exercises.find((exercise) => exercise.id === id)!.priority]

/** The whole frontier of a session through the median of single answers to the same session. */
const frontierRatio = (accessories: number, sessions: number): number => {
  const instances = instancesOf(accessories, sessions)
  const ratios: number[] = []
  for (let index = 0; index < instances.length; index += 3) {
    const three = instances.slice(index, index + 3)
    const [, frontierMs] = timed(() => solveSession(three[0]!.session, defaultAmendment, defaultLimits))
    ratios.push(frontierMs / median(three.map((instance) => timed(() => answer(instance))[1])))
  }
  return median(ratios)
}

interface FrontierQuality {
  readonly accessories: number
  readonly medianMs: number
  /** Of all steps of all frontiers. */
  readonly proven: number
  readonly withinOnePercent: number
  readonly worstGap: number
}

/** All targets of a session at once, as the service serves them. */
const frontierQuality = (accessories: number, sessions: number): FrontierQuality => {
  const runs = instancesOf(accessories, sessions)
    .filter((_, index) => index % 3 === 0)
    .map(({ session }) => timed(() => solveSession(session, defaultAmendment, defaultLimits)))
  const gaps = runs.flatMap(([{ steps }]) => steps.map(({ optimality }) => optimality))
  return {
    accessories,
    medianMs: median(runs.map(([, milliseconds]) => milliseconds)),
    proven: gaps.filter(({ proven }) => proven).length / gaps.length,
    withinOnePercent: gaps.filter(({ gap }) => gap <= 0.01).length / gaps.length,
    worstGap: Math.max(...gaps.map(({ gap }) => gap)),
  }
}

const stepsAMillisecond = (): number => {
  const limits = { targetSteps: 1_000_000, sessionSteps: 10_000_000 }
  const rates = instancesOf(20, 10).map(({ session, targetMinutes }) => {
    const [draft, milliseconds] = timed(() =>
      new SessionCompressor(session, defaultAmendment, limits).answer(targetMinutes * 60),
    )
    return draft.optimality.proven ? Number.NaN : limits.targetSteps / milliseconds
  })
  return median(rates.filter(Number.isFinite))
}

export const benchSolver = async (quick: boolean, say: (line: string) => void): Promise<object> => {
  const scale = quick ? 1 : 5
  for (const instance of instancesOf(8, 40)) answer(instance)
  say('accessories  instances  median ms   p99 ms   proven   worst gap')
  const costs: Cost[] = []
  for (const accessories of [1, 2, 4, 6, 8, 10, 12, 16, 20]) {
    const cost = growth(accessories, (accessories > 12 ? 6 : 20) * scale)
    costs.push(cost)
    say(
      [
        String(accessories).padStart(11),
        String(cost.instances).padStart(10),
        short(cost.medianMs).padStart(10),
        short(cost.p99Ms).padStart(8),
        `${(100 * cost.proven).toFixed(1)} %`.padStart(9),
        `${(100 * cost.worstGap).toFixed(2)} %`.padStart(10),
      ].join(' '),
    )
  }
  const comparisons: Comparison[] = []
  for (const [accessories, wanted] of [
    [6, 6],
    [8, 6],
    [12, 4],
  ] as const) {
    const comparison = await against(accessories, wanted * scale)
    comparisons.push(comparison)
    say(
      `${accessories} accessories: ${short(comparison.medianRatio)} times faster than HiGHS (median of ${comparison.instances}; ${short(comparison.solverMedianMs)} ms against ${short(comparison.highsMedianMs)} ms; optima differ by ${comparison.worstDifference.toExponential(1)} at most)`,
    )
  }
  const frontier = frontierRatio(8, 8 * scale)
  say(`the whole frontier at 8 accessories costs ${short(frontier)} single answers (median)`)
  const frontiers = [8, 12, 20].map((accessories) =>
    frontierQuality(accessories, (accessories > 12 ? 2 : 4) * scale),
  )
  for (const { accessories, medianMs, proven, withinOnePercent, worstGap } of frontiers)
    say(
      `all targets at ${accessories} accessories: ${short(medianMs)} ms (median), ${(100 * proven).toFixed(1)} % of the steps proven, ${(100 * withinOnePercent).toFixed(1)} % within 1 %, worst gap ${(100 * worstGap).toFixed(2)} %`,
    )
  const rate = stepsAMillisecond()
  say(`${Math.round(rate)} search steps a millisecond on this machine`)
  return { costs, comparisons, frontierInSingleAnswers: frontier, frontiers, stepsAMillisecond: rate }
}

/** Writes what `benchSolver` found as JSON and as a plot. */
export const writeSolverReport = (folder: string, result: object): void => {
  const { costs, comparisons } = result as { costs: Cost[]; comparisons: Comparison[] }
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/solver.json`, `${JSON.stringify(result, null, 2)}\n`)
  writeFileSync(
    `${folder}/solver.svg`,
    linePlot({
      title: 'Time for one answer',
      x: { label: 'accessories in the session' },
      series: [
        { label: 'compressor, p99', points: costs.map(({ accessories, p99Ms }) => [accessories, p99Ms]) },
        {
          label: 'compressor, median',
          points: costs.map(({ accessories, medianMs }) => [accessories, medianMs]),
        },
        {
          label: 'HiGHS, median',
          points: comparisons.map(({ accessories, highsMedianMs }) => [accessories, highsMedianMs]),
        },
      ],
    }),
  )
}
