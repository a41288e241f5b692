/** A token that was verified is known again while it and the keys it was verified with are good, and no longer. */
import t from 'tap'
import type { Caller } from '../../../plugins/auth/claims.ts'
import { VerifiedTokens } from '../../../plugins/auth/verified-tokens.ts'

const caller: Caller = { id: 'u1', roles: ['coach'] }
const keys = {}
const verifiedAtMs = 500
const goodUntilMs = 1_000

const kept = (): VerifiedTokens => {
  const tokens = new VerifiedTokens()
  tokens.keep('Bearer a.b.c', { caller, keys, verifiedAtMs, goodUntilMs })
  return tokens
}

t.test('known with the same keys, up to its last moment', async (t) => {
  t.equal(kept().find('Bearer a.b.c', keys, verifiedAtMs), caller)
  t.equal(kept().find('Bearer a.b.c', keys, goodUntilMs), caller)
})

t.test('unknown once it has expired', async (t) => {
  t.equal(kept().find('Bearer a.b.c', keys, goodUntilMs + 1), undefined)
})

t.test('unknown under other keys, also where they look the same', async (t) => {
  t.equal(kept().find('Bearer a.b.c', {}, verifiedAtMs), undefined)
})

t.test('unknown where a letter is another', async (t) => {
  t.equal(kept().find('Bearer a.b.C', keys, verifiedAtMs), undefined)
  t.equal(kept().find('bearer a.b.c', keys, verifiedAtMs), undefined)
})

t.test('of more tokens than there is room for, the latest are known', async (t) => {
  const tokens = new VerifiedTokens()
  const name = (number: number): string => `Bearer ${String(number).padStart(1_000, '0')}`
  for (let number = 0; number < 10_000; number += 1)
    tokens.keep(name(number), { caller, keys, verifiedAtMs, goodUntilMs })
  t.equal(tokens.find(name(0), keys, verifiedAtMs), undefined)
  t.equal(tokens.find(name(9_999), keys, verifiedAtMs), caller)
})
