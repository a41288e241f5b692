/** A1: every core lift stays. */
import t from 'tap'
import { presence } from '../../../../domain/amendment/articles/presence.ts'
import {
  answered,
  bench,
  breaks,
  curl,
  exercise,
  holds,
  pushdown,
  relaid,
  squat,
  without,
} from '../harness.ts'

t.test('holds while core lifts stay, whatever else goes', async (t) => {
  const tight = answered([squat, bench, curl, pushdown], 1500)
  t.ok(tight.compressed.layout.length < 4, 'accessories went')
  holds(t, presence, tight, 'both core lifts are there')
})

t.test('breaks when a core lift is dropped', async (t) => {
  const good = answered([squat, bench, curl], 2100)
  breaks(t, presence, relaid(good, without('bench')), 'bench', /Bench is a core lift and was dropped/)
})

t.test('a name makes no core lift', async (t) => {
  const press = exercise('leg-press', 'accessory', ['quadriceps'])
  const good = answered([squat, press], 1200)
  holds(t, presence, relaid(good, without('leg-press')), 'an accessory called a press may go')
})
