/** What the database and its driver can report, and what a caller is told of it. */
import t from 'tap'
import { databaseFault, isConnectionFault } from '../../../plugins/errors/database-faults.ts'
import { loggedError, withoutAddress } from '../../../plugins/errors/logged-error.ts'

const failure = (message: string, code?: string, name = 'error') =>
  Object.assign(new Error(message), { name, ...(code !== undefined && { code }) })

const rows: [string, Error, string | undefined, RegExp?][] = [
  ['shut down', failure('terminating connection', '57P01'), 'not_ready', /does not answer/],
  ['crashed', failure('terminating connection', '57P02'), 'not_ready', /does not answer/],
  ['starting up', failure('starting up', '57P03'), 'not_ready', /does not answer/],
  ['too many connections', failure('sorry', '53300'), 'not_ready', /does not answer/],
  ['out of memory', failure('sorry', '53200'), 'not_ready', /does not answer/],
  ['connection failure', failure('gone', '08006'), 'not_ready', /does not answer/],
  ['disk full', failure('could not extend', '53100'), 'not_ready', /no space left: nothing was written/],
  ['a standby', failure('read-only transaction', '25006'), 'not_ready', /takes no changes/],
  ['statement timeout', failure('canceling', '57014'), 'overloaded', /took too long/],
  ['lock timeout', failure('canceling', '55P03'), 'overloaded', /took too long/],
  ['idle in a transaction', failure('terminating', '25P03'), 'overloaded', /took too long/],
  ['serialisation', failure('could not serialize', '40001'), 'overloaded', /at the same moment/],
  ['deadlock', failure('deadlock detected', '40P01'), 'overloaded', /at the same moment/],
  ['refused', failure('connect ECONNREFUSED 10.0.0.7:5432', 'ECONNREFUSED'), 'not_ready'],
  ['reset', failure('read ECONNRESET', 'ECONNRESET'), 'not_ready'],
  ['no such host', failure('getaddrinfo ENOTFOUND db.internal', 'ENOTFOUND'), 'not_ready'],
  ['lost', failure('select 1 - Connection terminated unexpectedly'), 'not_ready'],
  ['lost, behind a statement', failure('COMMIT; - Connection terminated'), 'not_ready'],
  [
    'lost before',
    failure('ROLLBACK - Client has encountered a connection error and is not queryable'),
    'not_ready',
  ],
  ['no connection', failure('timeout expired'), 'not_ready'],
  ['no answer', failure('select 1 - Query read timeout'), 'not_ready'],
  ['a full pool', failure('Knex: Timeout', undefined, 'KnexTimeoutError'), 'not_ready'],
  ['a constraint', failure('violates', '23505'), undefined],
  ['a syntax error', failure('syntax error', '42601'), undefined],
  ['broken data', failure('invalid page', 'XX001'), undefined],
  ['an error of ours', failure('Connection terminated unexpectedly by a mistake'), undefined],
  ['a code of five letters', failure('no', 'EPERM'), undefined],
]
for (const [what, error, code, detail = /./] of rows) {
  t.test(`${what}: ${code ?? 'not a fault of the database'}`, async (t) => {
    const fault = databaseFault(error)
    if (code === undefined) t.equal(fault, undefined)
    else t.match(fault, { code, detail })
    t.notMatch(fault?.detail ?? '', /10\.0|internal|select/)
  })
}

t.test('the log says what failed, not where', async (t) => {
  const refused = failure('select 1 - connect ECONNREFUSED 10.0.0.7:5432', 'ECONNREFUSED')
  Object.assign(refused, { address: '10.0.0.7', port: 5432 })
  t.notMatch(JSON.stringify(loggedError(refused)), /10\.0\.0\.7|5432/)
  t.match(loggedError(refused), {
    code: 'ECONNREFUSED',
    message: 'select 1 - connect ECONNREFUSED',
    stack: /at /,
  })
  t.match(loggedError(failure('violates', '23505')), { message: 'violates', code: '23505' })
  t.equal(withoutAddress('getaddrinfo ENOTFOUND db.internal'), 'getaddrinfo ENOTFOUND')
  t.equal(withoutAddress('Error: nothing of an address'), 'Error: nothing of an address')
  t.equal(isConnectionFault(null), false)
})
