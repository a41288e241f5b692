/** Whether what happened happened again, in lines for whoever asked, and as an exit code. */
import { modelVersion } from '../../domain/parameters.ts'
import type { Recomputed } from './compute-again.ts'
import type { LoggedFailure, LoggedViolation } from './logged-failure.ts'

export interface Verdict {
  readonly lines: readonly string[]
  /** 0 reproduced, 1 not. */
  readonly exitCode: 0 | 1
}

const spoken = ({ article, sessionId, exerciseId }: LoggedViolation): string =>
  `${article} in session ${sessionId}${exerciseId === null ? '' : `, exercise ${exerciseId}`}`

const listed = (violations: readonly LoggedViolation[]): string =>
  violations.length === 0 ? 'none' : violations.map(spoken).sort().join('; ')

/** What is not as it was then, and so may be why. */
const differences = (failure: LoggedFailure, planVersion: number): string[] => [
  ...(failure.planVersion !== undefined && failure.planVersion !== planVersion
    ? [
        `the plan was at version ${failure.planVersion} and is at ${planVersion}; what it held then is not kept`,
      ]
    : []),
  ...(failure.modelVersion !== undefined && failure.modelVersion !== modelVersion
    ? [
        `the model was ${failure.modelVersion} and here is ${modelVersion}: replay with the release that failed`,
      ]
    : []),
  ...(failure.omitted.length > 0 ? [`not in the log: ${failure.omitted.join(', ')}`] : []),
]

export const verdictOn = (failure: LoggedFailure, again: Recomputed): Verdict => {
  const { violations = [], error } = failure
  const isSame =
    violations.length > 0
      ? listed(again.violations) === listed(violations)
      : again.error?.type === error.type && again.error.message === error.message
  const happened = (found: readonly LoggedViolation[], thrown: Recomputed['error']): string =>
    found.length > 0 ? listed(found) : thrown ? `${thrown.type}: ${thrown.message}` : 'nothing wrong'
  const lines = [
    `request ${failure.requestId}, ${failure.operationId}`,
    `then  ${happened(violations, error)}`,
    `now   ${happened(again.violations, again.error)}`,
    ...differences(failure, again.planVersion).map((line) => `      ${line}`),
    isSame ? 'reproduced' : 'not reproduced',
  ]
  return { lines, exitCode: isSame ? 0 : 1 }
}
