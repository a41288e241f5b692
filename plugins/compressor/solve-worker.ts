/** Runs in a worker thread: solves one session, and says how long that took. */
import type { Amendment } from '../../domain/amendment/amendment.ts'
import type { SearchLimits } from '../../domain/compressor/search/problem.ts'
import { type SolvedSession, solveSession } from '../../domain/compressor/solve.ts'
import type { Session } from '../../domain/plan/session.ts'

export interface SolveTask {
  readonly session: Session
  readonly amendment: Amendment
  readonly limits: SearchLimits
}

export interface SolveOutcome {
  readonly solved: SolvedSession
  readonly seconds: number
}

export default ({ session, amendment, limits }: SolveTask): SolveOutcome => {
  const start = performance.now()
  const solved = solveSession(session, amendment, limits)
  return { solved, seconds: (performance.now() - start) / 1000 }
}
