/**
 * What a plan of twelve weeks costs: generated, explained and counted, against writing the same plan as JSON in the same
 * run. The second is what any answer of that size has to pay.
 */
import { generatePlan } from '../domain/generator/generate-plan.ts'
import { goals, type IntentDocument, progressions } from '../domain/generator/intent.ts'
import { movementsOfRelease as library } from '../movements/movements-of-release.ts'
import { median, quantile, short } from './statistics.ts'

interface Cost {
  readonly daysPerWeek: number
  readonly minutesPerSession: number
  readonly plans: number
  readonly medianMs: number
  readonly p99Ms: number
  /** Median of generating through writing as JSON. */
  readonly medianRatio: number
}

const equipment = ['barbell', 'dumbbell', 'cable', 'machine', 'bands']

const timed = <T>(work: () => T): [result: T, milliseconds: number] => {
  const start = performance.now()
  const result = work()
  return [result, performance.now() - start]
}

const intentOf = (daysPerWeek: number, minutesPerSession: number, seed: number): IntentDocument => ({
  goal: goals[seed % goals.length]!,
  experience: 'intermediate',
  progression: progressions[seed % progressions.length]!,
  daysPerWeek,
  minutesPerSession,
  equipment,
  weeks: 12,
  seed,
})

const costOf = (daysPerWeek: number, minutesPerSession: number, plans: number): Cost => {
  const runs = Array.from({ length: plans }, (_, seed) => {
    const [generation, milliseconds] = timed(() =>
      generatePlan(intentOf(daysPerWeek, minutesPerSession, seed), library),
    )
    if (generation.outcome !== 'generated') throw new Error(JSON.stringify(generation))
    const [, jsonMs] = timed(() => JSON.stringify(generation.plan))
    return { milliseconds, ratio: milliseconds / jsonMs }
  })
  const times = runs.map(({ milliseconds }) => milliseconds)
  return {
    daysPerWeek,
    minutesPerSession,
    plans,
    medianMs: median(times),
    p99Ms: quantile(times, 0.99),
    medianRatio: median(runs.map(({ ratio }) => ratio)),
  }
}

export const benchGenerator = (quick: boolean, say: (line: string) => void): object => {
  const plans = quick ? 12 : 60
  costOf(4, 60, 12)
  say(`12 weeks from ${library.length} movements`)
  say('days  minutes  plans  median ms   p99 ms   times its JSON')
  const costs = (
    [
      [1, 15],
      [3, 45],
      [4, 60],
      [6, 90],
      [7, 180],
    ] as const
  ).map(([days, minutes]) => {
    const cost = costOf(days, minutes, plans)
    say(
      [
        String(days).padStart(4),
        String(minutes).padStart(8),
        String(plans).padStart(6),
        short(cost.medianMs).padStart(10),
        short(cost.p99Ms).padStart(8),
        short(cost.medianRatio).padStart(15),
      ].join(' '),
    )
    return cost
  })
  return { movements: library.length, weeks: 12, costs }
}
