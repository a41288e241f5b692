/** What the database and its driver report, in the catalogue's terms: all of it 503, because asked again it may work. */
import type { ProblemContent } from './problem-document.ts'

const down: ProblemContent = { code: 'not_ready', detail: 'The database does not answer; try again' }
const slow: ProblemContent = { code: 'overloaded', detail: 'The database took too long; try again' }

/** States by their class, the first two characters (PostgreSQL, Appendix A): no connection, no resources. */
const byClass: Readonly<Record<string, ProblemContent>> = { '08': down, '53': down }

const byState: Readonly<Record<string, ProblemContent>> = {
  // Shut down by an administrator, by a crash, starting up, the database dropped, the session ended while it was idle.
  '57P01': down,
  '57P02': down,
  '57P03': down,
  '57P04': down,
  '57P05': down,
  // The session was ended while it was idle in a transaction, or its transaction took too long.
  '25P03': slow,
  '25P04': slow,
  // A statement took too long, or waited too long for a lock.
  '57014': slow,
  '55P03': slow,
  '53100': {
    code: 'not_ready',
    detail: 'The database has no space left: nothing was written. Reading works; try again later',
  },
  // A standby, or a primary that has become one.
  '25006': {
    code: 'not_ready',
    detail: 'The database takes no changes at the moment: nothing was written. Reading works; try again',
  },
  // Rolled back in favour of another transaction: serialisation, deadlock.
  '40001': {
    code: 'overloaded',
    detail: 'Somebody changed the same at the same moment: nothing was written. Try again',
  },
  '40P01': {
    code: 'overloaded',
    detail: 'Somebody changed the same at the same moment: nothing was written. Try again',
  },
}

/** The network's words, by the system's error codes. */
const ofTheNetwork: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** What `pg` says without a code, behind the statement that knex puts in front. */
const lost =
  /(?:^| - )(?:timeout expired|Query read timeout|Connection terminated(?: unexpectedly)?|Client (?:has encountered a connection error|was closed) and is not queryable)$/

/** Whether the connection is what failed; then nothing about the statement is to be learnt, and the address stays unsaid. */
export const isConnectionFault = (error: unknown): error is Error & { code?: string } => {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? ofTheNetwork.has(code) : lost.test(error.message)
}

/** `undefined` for whatever is no fault of a database, or one of ours: a constraint, a syntax error. */
export const databaseFault = (error: Error): ProblemContent | undefined => {
  if (error.name === 'KnexTimeoutError' || isConnectionFault(error)) return down
  const { code } = error as { code?: unknown }
  if (typeof code !== 'string' || code.length !== 5) return undefined
  if (Object.hasOwn(byState, code)) return byState[code]
  const ofClass = code.slice(0, 2)
  return Object.hasOwn(byClass, ofClass) ? byClass[ofClass] : undefined
}
