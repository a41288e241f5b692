/** Change records of swapped exercises say so. */
import t from 'tap'
import type { Change, SessionAnswer } from '../../../domain/compressor/answer.ts'
import type { Swap } from '../../../domain/movements/swap.ts'
import { tellSwaps } from '../../../domain/movements/tell-swaps.ts'

const change = (exerciseId: string, kinds: Change['kinds']): Change => ({
  exerciseId,
  name: 'Push-up',
  kinds,
  setsBefore: 3,
  setsAfter: 2,
  secondsSaved: 60,
  valueLost: 0.1,
  reason: 'Push-up 3 → 2 sets: saves 1 min.',
  returnsAtMinutes: 40,
})
const swap = (exerciseId: string, outcome: Swap['outcome']): Swap => ({
  exerciseId,
  outcome,
  from: 'Machine chest press',
  to: outcome === 'swapped' ? 'Push-up' : null,
  movement: null,
  reason: '',
})
const told = (changes: Change[], swaps: Swap[]) =>
  tellSwaps({ sessionId: 'day', changes } as unknown as SessionAnswer, swaps)

t.test('swapped stands in the place of kept', async (t) => {
  const { changes, swaps } = told([change('a', ['kept'])], [swap('a', 'swapped')])
  t.match(changes, [
    {
      kinds: ['swapped'],
      reason: 'Push-up takes the place of Machine chest press; sets, reps and rest are as programmed.',
      secondsSaved: 60,
    },
  ])
  t.equal(swaps.length, 1)
})

t.test('before what compression did', async (t) => {
  t.match(told([change('a', ['trimmed', 'paired'])], [swap('a', 'swapped')]).changes, [
    {
      kinds: ['swapped', 'trimmed', 'paired'],
      reason: 'Push-up takes the place of Machine chest press. Push-up 3 → 2 sets: saves 1 min.',
    },
  ])
})

t.test('other exercises, and those that stayed, have their records as they were', async (t) => {
  const changes = [change('a', ['kept']), change('b', ['trimmed'])]
  t.strictSame(told(changes, [swap('a', 'kept'), swap('gone', 'left_out')]).changes, changes)
})
