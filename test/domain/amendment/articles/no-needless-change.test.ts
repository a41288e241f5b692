/** A10: what fits stays as it is. */
import t from 'tap'
import { noNeedlessChange } from '../../../../domain/amendment/articles/no-needless-change.ts'
import { alone, answered, breaks, curl, holds, instead, raise, relaid, squat, without } from '../harness.ts'

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
