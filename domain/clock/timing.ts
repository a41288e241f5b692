/** Where the seconds of a segment go. */

/** Integer seconds; changeovers count as rest, ramps in work and rest. */
export interface Timing {
  readonly setupSeconds: number
  readonly workSeconds: number
  readonly restSeconds: number
  readonly totalSeconds: number
}

export const timingOf = (setupSeconds: number, workSeconds: number, restSeconds: number): Timing => ({
  setupSeconds,
  workSeconds,
  restSeconds,
  totalSeconds: setupSeconds + workSeconds + restSeconds,
})
