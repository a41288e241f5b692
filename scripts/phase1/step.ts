/** A step of the deployment, and what it may use. */
import type { DeployOptions } from './options.ts'
import type { CommandRunner } from './run-command.ts'

export interface Tools extends CommandRunner {
  readonly options: DeployOptions
  readonly print: (line: string) => void
  /** Asks before something is written; throws where the answer is no. In a dry run nothing is written, and it is false. */
  readonly mayWrite: (what: string) => Promise<boolean>
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Step {
  readonly title: string
  /** How to take it back; a sentence or a command. */
  readonly undo: (options: DeployOptions) => string
  /** Throws, in a sentence, where it fails. */
  readonly take: (tools: Tools) => Promise<void>
}

export class StepFailure extends Error {}

/** Runs it and shows what it said only where it failed. */
export const demand = async (
  { run, print }: Pick<Tools, 'run' | 'print'>,
  what: string,
  command: string,
  options: readonly string[],
): Promise<string> => {
  const { ok, output } = await run(command, options)
  if (!ok) throw new StepFailure(`${what} failed:\n${output}`)
  print(`  ok  ${what}`)
  return output
}
