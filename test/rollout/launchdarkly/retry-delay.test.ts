/** When another attempt is worth it, and how long to wait for it. */
import t from 'tap'
import { type Attempt, defaultRetryLimits, retryDelayMs } from '../../../rollout/launchdarkly/retry-delay.ts'

const nowMs = 1_000_000
const delay = (attempt: Partial<Attempt>, random = 0.5) =>
  retryDelayMs({ number: 1, ...attempt }, defaultRetryLimits, nowMs, random)
const headers = (values: Record<string, string>) => ({ get: (name: string) => values[name] ?? null })

t.test('doubles, with jitter of a half', async (t) => {
  t.strictSame(
    [1, 2, 3].map((number) => delay({ number, status: 503 }, 0)),
    [125, 250, 500],
  )
  t.strictSame(
    [1, 2, 3].map((number) => delay({ number, status: 503 }, 1)),
    [250, 500, 1_000],
  )
})

t.test('ends', async (t) => {
  t.equal(delay({ number: 4, status: 503 }), undefined)
  t.equal(delay({ number: 4 }), undefined)
})

t.test('passing: no answer, 408, 429, 5xx; not passing: everything else', async (t) => {
  for (const status of [408, 429, 500, 502, 503, 504]) t.type(delay({ status }), 'number', String(status))
  t.type(delay({}), 'number')
  for (const status of [400, 401, 403, 404, 405, 409, 501])
    t.equal(delay({ status }), undefined, String(status))
})

t.test('the longer of what is asked for, and nonsense is ignored', async (t) => {
  const both = headers({ 'x-ratelimit-reset': String(nowMs + 2_000), 'retry-after': '5' })
  t.equal(delay({ status: 429, headers: both }, 0), 5_000)
  t.equal(delay({ status: 429, headers: headers({ 'x-ratelimit-reset': String(nowMs - 9) }) }, 0), 125)
  t.equal(delay({ status: 429, headers: headers({ 'retry-after': 'Wed, 21 Oct 2026' }) }, 0), 125)
  t.equal(delay({ status: 429, headers: headers({ 'retry-after': '31' }) }, 0), undefined)
})
