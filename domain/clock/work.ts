/** How long a set takes under the bar. */
import { clockParameters } from '../parameters.ts'
import type { SetDocument } from '../plan/document.ts'
import { clockReps } from './repetitions.ts'

/** Seconds a repetition takes: the sum of a tempo's parts ("3-1-1-0", X counts 1), else the default. */
export const secondsPerRep = (tempo: string | undefined): number => {
  if (tempo === undefined) return clockParameters.secondsPerRep.value
  return tempo.split('-').reduce((sum, part) => sum + (/^x$/i.test(part) ? 1 : Number(part)), 0)
}

/**
 * Integer seconds of work of one set: a timed set its seconds; repetitions
 * `ceil(reps × secondsPerRep) + setOverheadSeconds`; per side doubles the whole.
 */
export const workSeconds = (
  set: Pick<SetDocument, 'reps' | 'seconds'>,
  how: { tempo?: string | undefined; perSide?: boolean | undefined } = {},
): number => {
  const oneSide =
    set.seconds ??
    Math.ceil(clockReps(set.reps ?? 0) * secondsPerRep(how.tempo)) + clockParameters.setOverheadSeconds.value
  return how.perSide ? 2 * oneSide : oneSide
}
