/** `plan`: the phases, the gates, and the very next write, without doing anything. */
import { isRolledOut } from '../core/decide.ts'
import { spokenLine } from '../core/gates.ts'
import { phaseAbove } from '../core/phases.ts'
import { percentagePatch } from '../core/semantic-patches.ts'
import { spokenSeconds } from '../core/spoken.ts'
import { spokenPlace, tableLines } from '../core/status-lines.ts'
import type { Result, Rollout } from '../rollout.ts'
import { exitCodes } from '../rollout-error.ts'

export const plan = async ({ launchDarkly, settings }: Rollout): Promise<Result> => {
  const { phases, gates, readingsToRollBack, fewestRequests, windowSeconds, intervalSeconds } = settings
  const flag = await launchDarkly.readFlag()
  const next = isRolledOut(flag) ? phaseAbove(phases, flag.percent) : phases[0]
  const patch = next && percentagePatch(launchDarkly.place.environment, next.percent, flag, '…')
  const lines = [
    `The flag is ${spokenPlace(flag, phases)}.`,
    ...flag.warnings.map((warning) => `Note: ${warning}`),
    '',
    ...tableLines([
      ['Phase', 'Users', 'Held for'],
      ...phases.map(({ number, percent, dwellSeconds }) => [
        `${number}${next?.number === number ? ' ← next' : ''}`,
        `${percent} %`,
        spokenSeconds(dwellSeconds),
      ]),
    ]),
    '',
    ...tableLines([
      ['Gate', 'Promote', 'Roll back'],
      ...gates.map((gate) => [gate.title, spokenLine(gate, gate.promote), spokenLine(gate, gate.rollBack)]),
    ]),
    '',
    `Between the two, and without data: hold. Read every ${spokenSeconds(intervalSeconds)} over ${spokenSeconds(windowSeconds)}; fewer than ${fewestRequests} requests`,
    `are no data; a roll back takes ${readingsToRollBack} readings in a row, a violation of the amendment one.`,
    ...(patch ? ['', 'The next write:', JSON.stringify(patch, null, 2)] : []),
  ]
  return {
    exitCode: exitCodes.done,
    lines,
    data: { on: flag.on, percent: flag.percent, phases, next: patch ?? null },
  }
}
