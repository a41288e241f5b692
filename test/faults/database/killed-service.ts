/** Rounds of `kill -9` while clients write, each followed by a start on the same database and a look at everything. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { seededRandom } from '../../../domain/generator/seeded-random.ts'
import type { TestDatabase } from '../../database.ts'
import { Ledger } from './ledger.ts'
import { serve } from './served.ts'

const writerCount = 4
/** It dies at one of so many writes, or when it has been at them for so long, and some moments later. */
const mostWrites = 80
const longestLifeMs = 5_000
const longestJitterMs = 40

/** `FAULT_ROUNDS` are of both databases together; `FAULT_SEED` repeats the moments and the requests of a run. */
const allRounds = Math.max(2, Number(process.env.FAULT_ROUNDS ?? 8))
/** Fewer on the embedded one: a start takes it three times as long. */
const embeddedRounds = Math.max(1, Math.round((allRounds * 3) / 8))
const roundsOn = { pglite: embeddedRounds, postgres: allRounds - embeddedRounds }
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)

export interface Round {
  readonly number: number
  readonly ledgers: readonly Ledger[]
}

const sum = (ledgers: readonly Ledger[], what: 'acknowledged' | 'unanswered'): number =>
  ledgers.reduce((total, ledger) => total + ledger[what], 0)

export const killRounds = async (
  t: Test,
  { kind, url: databaseUrl }: TestDatabase,
  afterEach: (round: Round) => Promise<void> = async () => {},
): Promise<void> => {
  t.comment(`FAULT_SEED=${seed} FAULT_ROUNDS=${allRounds}`)
  const random = seededRandom(seed)
  let ledgers: Ledger[] = []
  let served = await serve(t, databaseUrl)
  for (let number = 1; number <= roundsOn[kind]; number += 1) {
    ledgers = Array.from(
      { length: writerCount },
      (_, writer) => new Ledger(`athlete-${number}-${writer}`, random),
    )
    let isDead = false
    const { process, call } = served
    const writing = ledgers.map(async (ledger) => {
      while (!isDead) await ledger.write(call)
    })
    const lastWrite = 1 + random() * mostWrites
    const untilMs = performance.now() + longestLifeMs
    while (sum(ledgers, 'acknowledged') < lastWrite && performance.now() < untilMs) await sleep(1)
    await sleep(random() * longestJitterMs)
    const killed = process.end('SIGKILL').then(() => {
      isDead = true
    })
    await Promise.all([...writing, killed])
    t.equal(process.child.signalCode, 'SIGKILL')
    served = await serve(t, databaseUrl)
    await Promise.all(ledgers.map((ledger) => ledger.check(served.call)))
    t.same(
      ledgers.flatMap(({ faults }) => faults),
      [],
      `round ${number}: ${sum(ledgers, 'acknowledged')} acknowledged, ${sum(ledgers, 'unanswered')} without an answer`,
    )
    t.ok(sum(ledgers, 'acknowledged') > 0, 'there was something to lose')
    await afterEach({ number, ledgers })
  }
  t.equal(await served.process.end(), 0)
}
