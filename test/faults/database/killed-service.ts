/** Rounds of `kill -9` while clients write, each followed by a start on the same database and a look at everything. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { seededRandom } from '../../../domain/generator/seeded-random.ts'
import { Ledger } from './ledger.ts'
import { serve } from './served.ts'

const writerCount = 4
/** The service lives for some of this long under load. */
const longestLifeMs = 900

/** `FAULT_ROUNDS` are of both databases together; `FAULT_SEED` repeats the moments and the requests of a run. */
export const rounds = Math.max(1, Math.round(Number(process.env.FAULT_ROUNDS ?? 8) / 2))
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)

export interface Round {
  readonly number: number
  readonly ledgers: readonly Ledger[]
}

export const killRounds = async (
  t: Test,
  databaseUrl: string,
  afterEach: (round: Round) => Promise<void> = async () => {},
): Promise<void> => {
  t.comment(`FAULT_SEED=${seed} FAULT_ROUNDS=${rounds * 2}`)
  const random = seededRandom(seed)
  let ledgers: Ledger[] = []
  let served = await serve(t, databaseUrl)
  for (let number = 1; number <= rounds; number += 1) {
    ledgers = Array.from(
      { length: writerCount },
      (_, writer) => new Ledger(`athlete-${number}-${writer}`, random),
    )
    let isDead = false
    const { process, call } = served
    const writing = ledgers.map(async (ledger) => {
      while (!isDead) await ledger.write(call)
    })
    await sleep(100 + random() * longestLifeMs)
    const killed = process.end('SIGKILL').then(() => {
      isDead = true
    })
    await Promise.all([...writing, killed])
    t.equal(process.child.signalCode, 'SIGKILL')
    served = await serve(t, databaseUrl)
    await Promise.all(ledgers.map((ledger) => ledger.check(served.call)))
    const sum = (what: 'acknowledged' | 'unanswered') =>
      ledgers.reduce((total, ledger) => total + ledger[what], 0)
    t.same(
      ledgers.flatMap(({ faults }) => faults),
      [],
      `round ${number}: ${sum('acknowledged')} acknowledged, ${sum('unanswered')} without an answer`,
    )
    t.ok(sum('acknowledged') > 0, 'there was something to lose')
    await afterEach({ number, ledgers })
  }
  t.equal(await served.process.end(), 0)
}
