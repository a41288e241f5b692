/** One look at all gates at one moment, and what several in a row say. */
import { type Gate, type GateId, type Measurement, type Verdict, verdictOf } from './gates.ts'

export interface Reading {
  readonly atMs: number
  /** Admitted requests in the window. */
  readonly requests: Measurement
  readonly gates: Readonly<Partial<Record<GateId, Measurement>>>
}

export interface GateState {
  readonly gate: Gate
  /** The newest. */
  readonly measurement: Measurement
  readonly verdict: Verdict
  /** So many of the newest readings, without a gap, are over the line that rolls back. */
  readonly triggers: number
  readonly triggersNeeded: number
}

const notRead: Measurement = { unknown: 'it was not read' }

/** Ratios of a handful of requests say nothing. */
const enoughRequests = ({ requests }: Reading, fewestRequests: number): string | undefined => {
  if ('unknown' in requests) return requests.unknown
  if (requests.value >= fewestRequests) return undefined
  return `only ${Math.round(requests.value)} requests in the window, ${fewestRequests} are needed`
}

export const measurementOf = (gate: Gate, reading: Reading, fewestRequests: number): Measurement => {
  const measurement = reading.gates[gate.id] ?? notRead
  if (!gate.ofRequests || 'unknown' in measurement) return measurement
  const tooFew = enoughRequests(reading, fewestRequests)
  return tooFew === undefined ? measurement : { unknown: tooFew }
}

export interface JudgeOptions {
  readonly gates: readonly Gate[]
  readonly fewestRequests: number
  /** For gates that don't say themselves. */
  readonly readingsToRollBack: number
  /** Readings from before this time are another rollout's. */
  readonly sinceMs?: number | undefined
}

/** `readings`: newest first, at least one. */
export const judge = (readings: readonly Reading[], options: JudgeOptions): GateState[] => {
  const { gates, fewestRequests, readingsToRollBack, sinceMs = Number.NEGATIVE_INFINITY } = options
  const [newest] = readings
  if (newest === undefined) throw new Error('there is no reading to judge')
  return gates.map((gate) => {
    const verdictAt = (reading: Reading): Verdict =>
      verdictOf(gate, measurementOf(gate, reading, fewestRequests))
    const isTrigger = (reading: Reading): boolean =>
      reading.atMs >= sinceMs && verdictAt(reading) === 'rollback'
    const firstOther = readings.findIndex((reading) => !isTrigger(reading))
    return {
      gate,
      measurement: measurementOf(gate, newest, fewestRequests),
      verdict: verdictAt(newest),
      triggers: firstOther < 0 ? readings.length : firstOther,
      triggersNeeded: gate.readingsToRollBack ?? readingsToRollBack,
    }
  })
}

export const rollsBack = ({ triggers, triggersNeeded }: GateState): boolean => triggers >= triggersNeeded
