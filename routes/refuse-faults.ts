/** Turns the domain's faults into one answer: the gravest kind gives the code, every fault is listed. */
import type { Fault, FaultKind } from '../domain/plan/faults.ts'
import { type ProblemCode, type ProblemError, problem } from '../problems.ts'

/** A document of 1 MiB has room for a hundred thousand faults; nobody reads more than these. */
const mostListed = 100

type Answer = readonly [kind: FaultKind, code: ProblemCode, detail: string]

/** Gravest first. */
const answers: readonly [Answer, ...Answer[]] = [
  ['invalid', 'invalid_request', 'The document breaks its rules'],
  ['unknown_vocabulary', 'unknown_vocabulary', 'The document uses words that are not in the vocabulary'],
  ['contradiction', 'amendment_contradiction', 'The amendment contradicts itself or its plan'],
]

/** The answer to a list of faults that is not empty. */
export const faultsProblem = (faults: readonly Fault[]): ProblemError => {
  const [, code, detail] = answers.find(([kind]) => faults.some((fault) => fault.kind === kind)) ?? answers[0]
  const listed = faults.slice(0, mostListed).map(({ path, message }) => ({ path, message }))
  const more =
    faults.length > mostListed ? ` (the first ${mostListed} of ${faults.length} faults are listed)` : ''
  return problem(code, `${detail}${more}`, { errors: listed })
}

/** Throws when there is any fault. */
export const refuseFaults = (faults: readonly Fault[]): void => {
  if (faults.length > 0) throw faultsProblem(faults)
}
