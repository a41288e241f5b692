/** Whether what happened happened again, in lines for whoever asked, and as an exit code. */
import type { Computation } from '../../routes/time-crunch/computation.ts'
import type { Recomputed } from './compute-again.ts'
import type { LoggedFailure, LoggedViolation } from './logged-failure.ts'

export interface Verdict {
  readonly lines: readonly string[]
  /** 0 reproduced, 1 not. */
  readonly exitCode: 0 | 1
}

type Outcome = Pick<Recomputed, 'violations' | 'digest' | 'error'>

const spoken = ({ article, sessionId, exerciseId }: LoggedViolation): string =>
  `${article} in session ${sessionId}${exerciseId === null ? '' : `, exercise ${exerciseId}`}`

const listed = (violations: readonly LoggedViolation[]): string => violations.map(spoken).sort().join('; ')

const happened = ({ violations, digest, error }: Outcome): string => {
  if (violations.length > 0) return `${listed(violations)}${digest === undefined ? '' : `, digest ${digest}`}`
  return error ? `${error.type}: ${error.message}` : 'nothing wrong'
}

/** What is not as it was then, and so may be why. */
const differences = (then: Computation | undefined, now: Computation): string[] => {
  if (then === undefined) return []
  const lines: string[] = []
  if (then.planVersion !== now.planVersion) {
    lines.push(
      `the plan was at version ${then.planVersion} and is at ${now.planVersion}; what it held then is not kept`,
    )
  }
  if (then.amendmentVersion !== now.amendmentVersion) {
    lines.push(`its amendment was at version ${then.amendmentVersion} and is at ${now.amendmentVersion}`)
  }
  if (then.modelVersion !== now.modelVersion) {
    lines.push(
      `the model was ${then.modelVersion} and here is ${now.modelVersion}: replay with the release that failed`,
    )
  }
  if (then.libraryRevision !== now.libraryRevision) {
    lines.push(
      `the movement library was at revision ${then.libraryRevision} and is at ${now.libraryRevision}: swaps may be others`,
    )
  }
  return lines
}

/** By ids nothing is known of then, but a digest perhaps: whatever fails is what was looked for. */
const isSame = (failure: LoggedFailure, now: Recomputed): boolean => {
  if (failure.digest !== undefined) return now.digest === failure.digest
  const { violations = [], error } = failure
  if (violations.length > 0) return listed(now.violations) === listed(violations)
  if (error === undefined) return now.violations.length > 0 || now.error !== undefined
  return now.error?.type === error.type && now.error.message === error.message
}

export const verdictOn = (failure: LoggedFailure, now: Recomputed): Verdict => {
  const { violations = [], digest, error, omitted, computation } = failure
  const then = { violations, ...(digest !== undefined && { digest }), ...(error && { error }) }
  const isKnown = violations.length > 0 || error !== undefined
  const { planVersion, amendmentVersion, modelVersion, limits } = now.computation
  const same = isSame(failure, now)
  const lines = [
    `request ${failure.requestId}, ${failure.operationId}`,
    `with  plan version ${planVersion}, amendment version ${amendmentVersion}, model ${modelVersion}, ${limits.targetSteps} steps a target`,
    ...(isKnown ? [`then  ${happened(then)}`] : []),
    `now   ${happened(now)}`,
    ...differences(computation, now.computation).map((line) => `      ${line}`),
    // A tried amendment is told by the computation.
    ...omitted
      .filter((name) => name !== 'amendment' || computation?.amendment === undefined)
      .map((name) => `      not in the log: ${name}`),
    same ? 'reproduced' : 'not reproduced',
  ]
  return { lines, exitCode: same ? 0 : 1 }
}
