/** What to do next with the rollout: a pure function of where the flag stands, how long, and what the gates say. */
import { spokenLine, spokenValue } from './gates.ts'
import { type Phase, phaseAbove, phaseAt } from './phases.ts'
import { type GateState, rollsBack } from './readings.ts'
import { spokenSeconds } from './spoken.ts'

/** Where the rollout is. */
export interface Standing {
  readonly on: boolean
  /** Share of the users that get the feature while it is on. */
  readonly percent: number
  readonly paused: boolean
  /** How long the flag has stood like this; undefined where nobody can tell. */
  readonly elapsedSeconds: number | undefined
}

export type Decision = { readonly reasons: readonly string[] } & (
  | { readonly action: 'none' }
  | { readonly action: 'hold' }
  | { readonly action: 'roll_back' }
  | { readonly action: 'promote'; readonly next: Phase }
  | { readonly action: 'done' }
)

export const isRolledOut = ({ on, percent }: Pick<Standing, 'on' | 'percent'>): boolean => on && percent !== 0

const gateReason = ({ gate, measurement, verdict, triggers, triggersNeeded }: GateState): string => {
  const { title } = gate
  if ('unknown' in measurement) return `${title}: no verdict, ${measurement.unknown}`
  const value = spokenValue(gate, measurement)
  if (verdict === 'rollback') {
    const line = spokenLine(gate, gate.rollBack)
    return `${title}: ${value} is a reason to roll back (${line}), seen in ${triggers} of ${triggersNeeded} readings`
  }
  return `${title}: ${value}, promotion needs ${spokenLine(gate, gate.promote)}`
}

const dwellReason = (phase: Phase, elapsedSeconds: number | undefined): string | undefined => {
  if (elapsedSeconds === undefined) return 'the audit log does not say since when the flag stands like this'
  if (elapsedSeconds >= phase.dwellSeconds) return undefined
  return `phase ${phase.number} has been held for ${spokenSeconds(elapsedSeconds)} of ${spokenSeconds(phase.dwellSeconds)}`
}

const standingReasons = (standing: Standing, phases: readonly Phase[]): string[] => {
  const { percent, paused, elapsedSeconds } = standing
  const phase = phaseAt(phases, percent)
  const place =
    phase === undefined ? `${percent} % is no phase of this rollout` : dwellReason(phase, elapsedSeconds)
  return [...(paused ? ['the rollout is paused'] : []), ...(place === undefined ? [] : [place])]
}

export const decide = (
  standing: Standing,
  states: readonly GateState[],
  phases: readonly Phase[],
): Decision => {
  if (!isRolledOut(standing)) {
    return { action: 'none', reasons: ['the flag is off, nobody has the feature'] }
  }
  const firing = states.filter(rollsBack)
  if (firing.length > 0) return { action: 'roll_back', reasons: firing.map(gateReason) }

  const reasons = [
    ...standingReasons(standing, phases),
    ...states.filter(({ verdict }) => verdict !== 'promote').map(gateReason),
  ]
  if (reasons.length > 0) return { action: 'hold', reasons }
  const next = phaseAbove(phases, standing.percent)
  const passed = 'every gate is green and the phase was held long enough'
  return next === undefined
    ? { action: 'done', reasons: [`${passed}; this was the last phase`] }
    : { action: 'promote', next, reasons: [passed] }
}
