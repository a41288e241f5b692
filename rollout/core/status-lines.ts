/** Where the rollout stands, as lines for a terminal. */
import type { Since } from './audit-trail.ts'
import type { Decision } from './decide.ts'
import { spokenLine, spokenValue } from './gates.ts'
import { type Phase, phaseAt } from './phases.ts'
import type { GateState } from './readings.ts'
import { spokenSeconds } from './spoken.ts'

export interface Status {
  readonly on: boolean
  readonly percent: number
  readonly paused: boolean
  readonly since: Since | undefined
  readonly elapsedSeconds: number | undefined
  readonly states: readonly GateState[]
  readonly decision: Decision
  readonly notes: readonly string[]
}

/** Columns as wide as their widest cell. */
export const tableLines = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

export const gateRows = (states: readonly GateState[]): string[][] => [
  ['Gate', 'Now', 'Promote', 'Roll back', 'Verdict'],
  ...states.map(({ gate, measurement, verdict, triggers, triggersNeeded }) => [
    gate.title,
    spokenValue(gate, measurement),
    spokenLine(gate, gate.promote),
    spokenLine(gate, gate.rollBack),
    verdict === 'rollback' ? `roll back (${triggers} of ${triggersNeeded} readings)` : verdict,
  ]),
]

export const spokenPlace = (
  { on, percent }: Pick<Status, 'on' | 'percent'>,
  phases: readonly Phase[],
): string => {
  if (!on) return 'off for everybody'
  const phase = phaseAt(phases, percent)
  const place = phase === undefined ? 'no phase of this rollout' : `phase ${phase.number} of ${phases.length}`
  return `on for ${percent} % of the users (${place})`
}

const spokenSince = ({ since, elapsedSeconds, percent, on }: Status, phases: readonly Phase[]): string => {
  if (since === undefined || elapsedSeconds === undefined) return 'unknown'
  const phase = on ? phaseAt(phases, percent) : undefined
  const held = `${spokenSeconds(elapsedSeconds)}${phase ? ` of ${spokenSeconds(phase.dwellSeconds)}` : ''}`
  const by = since.by === 'hand' ? 'by hand' : 'by this command'
  return `${new Date(since.atMs).toISOString()}, ${by}; held for ${held}`
}

export const spokenDecision = ({ decision }: Pick<Status, 'decision'>): string =>
  decision.action === 'promote' ? `promote to ${decision.next.percent} %` : decision.action.replace('_', ' ')

export const statusLines = (status: Status, phases: readonly Phase[], where: string): string[] => {
  const { paused, states, decision, notes } = status
  return [
    ...tableLines([
      ['Flag', where],
      ['State', `${spokenPlace(status, phases)}${paused ? ', paused' : ''}`],
      ['Since', spokenSince(status, phases)],
      ['Next', spokenDecision(status)],
    ]),
    ...decision.reasons.map((reason) => `       ${reason}`),
    ...notes.map((note) => `Note   ${note}`),
    '',
    ...tableLines(gateRows(states)),
  ]
}
