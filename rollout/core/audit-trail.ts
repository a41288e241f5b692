/**
 * The rollout's memory is LaunchDarkly's audit log: each write carries a comment for people with a mark at its end for
 * this command, and since when the flag stands as it does is read back from there.
 */

export type Step = 'start' | 'promote' | 'rollback' | 'pause' | 'resume'

export interface Mark {
  readonly step: Step
  readonly runId: string
  /** What the step made of the flag; left out where it left the percentage alone. */
  readonly percent?: number
}

export interface TrailEntry {
  readonly atMs: number
  readonly comment: string
  /** Whether it changed who gets the feature in this environment. */
  readonly isTargeting: boolean
}

const longestReason = 500

/** `Rollout: promote to 25 %. Every gate is green. [planning-engine rollout step=promote percent=25 run=…]` */
export const commentOf = ({ step, percent, runId }: Mark, reason: string): string => {
  const what = percent === undefined ? step : `${step === 'start' ? 'start at' : `${step} to`} ${percent} %`
  const said = reason.trim().slice(0, longestReason).replace(/\.$/, '')
  const fields = [`step=${step}`, ...(percent === undefined ? [] : [`percent=${percent}`]), `run=${runId}`]
  return `Rollout: ${what}. ${said}. [planning-engine rollout ${fields.join(' ')}]`
}

const markForm =
  /\[planning-engine rollout step=(start|promote|rollback|pause|resume)(?: percent=([\d.]+))? run=([\w-]+)\]$/

export const markOf = (comment: string): Mark | undefined => {
  const [, step, percent, runId] = markForm.exec(comment) ?? []
  if (step === undefined || runId === undefined) return undefined
  return { step: step as Step, runId, ...(percent !== undefined && { percent: Number(percent) }) }
}

export interface Since {
  readonly atMs: number
  /** A step of this command, or a change that somebody made by hand. */
  readonly by: 'rollout' | 'hand'
}

/**
 * Since when the flag stands at `percent` (0: off): the newest change of its targeting, or when LaunchDarkly says that
 * this environment was changed last, if that is later. Undefined when no entry says it, or when the newest is a step
 * of ours to another percentage: the log is then behind the flag.
 */
export const standsSince = (
  newestFirst: readonly TrailEntry[],
  percent: number,
  lastModifiedMs = 0,
): Since | undefined => {
  const newest = newestFirst.find(({ isTargeting }) => isTargeting)
  if (newest === undefined) return undefined
  const mark = markOf(newest.comment)
  const atMs = Math.max(newest.atMs, lastModifiedMs)
  if (mark === undefined) return { atMs, by: 'hand' }
  return (mark.percent ?? 0) === percent ? { atMs, by: 'rollout' } : undefined
}
