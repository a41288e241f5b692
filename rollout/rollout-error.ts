/** A fault that ends the command with an exit code of its own; the message is a sentence for whoever typed it. */

export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  /** `watch` has switched the flag off. */
  rolledBack: 3,
  /** Not done, because of gates, time, a pause, or where the flag stands. */
  held: 4,
  /** LaunchDarkly wants somebody's approval first. */
  approval: 5,
  /** LaunchDarkly refused or could not be reached. */
  launchDarkly: 6,
  /** The flag is none that can be rolled out. */
  flag: 7,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export class RolloutError extends Error {
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string) {
    super(message)
    this.name = 'RolloutError'
    this.exitCode = exitCode
  }
}

/** The sentence of anything that was thrown. */
export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
