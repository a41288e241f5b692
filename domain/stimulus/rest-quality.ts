/** What a shorter rest costs: q, the quality of a set at a rest level. */
import { stimulusParameters } from '../parameters.ts'

const loss = stimulusParameters.restLoss.value
const decaySeconds = stimulusParameters.restDecaySeconds.value
const shortestSeconds = stimulusParameters.restShortestSeconds.value
const longestSeconds = stimulusParameters.restLongestSeconds.value

/** q(x) = 1 − 0.28·exp(−(clamp(x, 30, 300) − 30)/45), in 0.72..1 (Singer 2024, Longo 2022). */
export const restQuality = (restSeconds: number): number =>
  1 -
  loss *
    Math.exp(
      -(Math.min(longestSeconds, Math.max(shortestSeconds, restSeconds)) - shortestSeconds) / decaySeconds,
    )
