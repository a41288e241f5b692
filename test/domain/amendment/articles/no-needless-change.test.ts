/** A10: what fits stays as it is. */
import t from 'tap'
import { noNeedlessChange } from '../../../../domain/amendment/articles/no-needless-change.ts'
import {
  alone,
  answered,
  breaks,
  curl,
  holds,
  instead,
  raise,
  relaid,
  squat,
  together,
  without,
} from '../harness.ts'

t.test('holds for a session that fits and is returned unchanged', async (t) => {
  const fits = answered([squat, curl], 9000)
  t.equal(fits.compressed.outcome, 'unchanged')
  holds(t, noNeedlessChange, fits, 'as programmed')
})

t.test('breaks when a session that fits is changed', async (t) => {
  const fits = answered([squat, curl], 9000)
  breaks(
    t,
    noNeedlessChange,
    relaid(fits, instead('curl', alone(fits, 'curl', 2))),
    null,
    /fits and was changed/,
  )
})

t.test('breaks when a session that does not fit is left unchanged', async (t) => {
  const tight = answered([squat, curl, raise], 1600)
  const unchanged = { ...tight, compressed: { ...tight.compressed, outcome: 'unchanged' as const } }
  breaks(t, noNeedlessChange, unchanged, null, /does not fit as programmed/)
})

t.test('what fits once the banned is out stays as programmed', async (t) => {
  const fits = answered([squat, curl, raise], 9000, { banned: ['raise'] })
  t.equal(fits.compressed.outcome, 'compressed')
  holds(t, noNeedlessChange, fits, 'squat and curl as they were')
  breaks(t, noNeedlessChange, relaid(fits, without('curl')), null, /more than that was changed/)
})

t.test('breaks when exercises are paired, rest short or lose a warm-up set without need', async (t) => {
  const fits = answered([squat, curl, raise], 1680)
  const needless = [
    relaid(fits, ([lift]) => [lift!, together(fits, 'curl', 'raise')]),
    relaid(fits, instead('curl', alone(fits, 'curl', 3, 'short'))),
  ]
  for (const one of needless) breaks(t, noNeedlessChange, one, null, /fits and was changed/)
  const cut = relaid(fits, instead('squat', alone(fits, 'squat', 5, 'programmed', 1)))
  breaks(t, noNeedlessChange, cut, null, /fits and was changed/, ['A7'])
})

t.test('without the banned, only the order may change', async (t) => {
  const fits = answered([curl, squat, raise], 1380, { banned: ['raise'] })
  t.same(
    fits.compressed.layout.map(({ doses }) => doses[0]!.exercise.id),
    ['squat', 'curl'],
  )
  holds(t, noNeedlessChange, fits, 'the core lift leads')
  const tight = answered([curl, squat, raise], 1379, { banned: ['raise'] })
  t.ok(tight.compressed.durationSeconds < 1379)
  holds(t, noNeedlessChange, tight, 'it does not fit, a second is missing')
})
