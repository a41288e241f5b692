/** A7: ramps go after every accessory, to their last set, the last lift first, no more than needed. */
import t from 'tap'
import { warmUp } from '../../../../domain/amendment/articles/warm-up.ts'
import { alone, answered, bench, breaks, curl, holds, instead, raise, relaid, squat } from '../harness.ts'

// Squat 5×5: 120 + 2·(25 + 45) + 5·20 + 4·180 = 1080 s; bench 4×5: 120 + 140 + 80 + 540 = 880 s; a cut ramp saves 70.
const whole = 1080 + 880

t.test('holds: the last lift first, only as far as needed', async (t) => {
  const one = answered([squat, bench, curl], whole - 60)
  t.same(
    one.compressed.layout.map(({ doses }) => doses[0]!.rampSets),
    [2, 1],
  )
  holds(t, warmUp, one, 'the bench gave its ramp')
  const both = answered([squat, bench, curl], whole - 100)
  t.same(
    both.compressed.layout.map(({ doses }) => doses[0]!.rampSets),
    [1, 1],
  )
  holds(t, warmUp, both, 'then the squat')
})

t.test('breaks when an earlier lift is cut first', async (t) => {
  const one = answered([squat, bench, curl], whole - 60)
  const wrong = relaid(one, () => [alone(one, 'squat', 5, 'programmed', 1), alone(one, 'bench')])
  breaks(t, warmUp, wrong, 'squat', /before a later lift did/)
})

t.test('breaks when a ramp is cut while an accessory stays', async (t) => {
  const good = answered([squat, curl], 1350)
  t.equal(good.compressed.layout.length, 2)
  breaks(
    t,
    warmUp,
    relaid(good, instead('squat', alone(good, 'squat', 5, 'programmed', 1))),
    'squat',
    /while unpinned accessory sets were left/,
  )
})

t.test('breaks when a whole ramp goes, or more than was needed', async (t) => {
  const one = answered([squat, bench, curl], whole - 60)
  breaks(
    t,
    warmUp,
    relaid(one, instead('bench', alone(one, 'bench', 4, 'programmed', 0))),
    'bench',
    /lost its whole ramp/,
  )
  const needless = relaid(one, () => [
    alone(one, 'squat', 5, 'programmed', 1),
    alone(one, 'bench', 4, 'programmed', 1),
  ])
  breaks(t, warmUp, needless, 'squat', /ramp sets that would have fitted/)
})

t.test("an accessory's own warm-up sets stay as long as it does", async (t) => {
  const heavyCurl = { ...curl, sets: [{ reps: 10, warmup: true }, {}, {}, {}] }
  const good = answered([squat, heavyCurl], 1350)
  holds(t, warmUp, good, 'whole')
  breaks(
    t,
    warmUp,
    relaid(good, instead('curl', alone(good, 'curl', 2, 'short', 0))),
    'curl',
    /lost warm-up sets/,
  )
})

t.test('ramps pay before what is pinned, and before a group that holds a pin', async (t) => {
  const pinned = [{ exerciseId: 'curl', minSets: 2 }]
  const single = answered([squat, curl, raise], 1200, { pinned })
  t.equal(single.compressed.layout[0]!.doses[0]!.rampSets, 1)
  holds(t, warmUp, single, 'the pinned curl stays')
  // two rounds of the group: 90 + 2·85 + 75 = 335
  const members = [curl, raise].map((one) => ({ ...one, group: 'a' }))
  const group = answered([squat, ...members], 1080 + 300, { pinned })
  t.equal(group.compressed.layout[0]!.doses[0]!.rampSets, 1)
  holds(t, warmUp, group, 'and the raise with it')
})

t.test('a ramp of one set is not cut, nor one inside a group around a core lift', async (t) => {
  const short = { ...bench, sets: [{ warmup: true }, {}, {}] }
  const one = answered([squat, short], 1000)
  t.equal(one.compressed.layout[1]!.doses[0]!.rampSets, 1)
  holds(t, warmUp, one, 'only the squat gives sets')
  const members = [bench, curl].map((each) => ({ ...each, group: 'a' }))
  const guarded = answered([squat, ...members], 1080 + 700)
  t.same(
    guarded.compressed.layout.map(({ doses }) => doses[0]!.rampSets),
    [1, 2],
  )
  holds(t, warmUp, guarded, 'the bench keeps its ramp, the squat before it does not')
})
