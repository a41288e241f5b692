/** A4: core sets go last, never under the floor, never over a cap. */
import t from 'tap'
import { workingSets } from '../../../../domain/amendment/articles/working-sets.ts'
import {
  alone,
  answered,
  bench,
  breaks,
  curl,
  holds,
  instead,
  pushdown,
  raise,
  relaid,
  squat,
  together,
  walk,
} from '../harness.ts'

t.test('holds when core sets are cut after every accessory is gone', async (t) => {
  const tight = answered([squat, bench, curl], 1300)
  t.same(
    tight.compressed.layout.map(({ doses }) => doses[0]!.exercise.id),
    ['squat', 'bench'],
  )
  holds(t, workingSets, tight, 'no accessory is left')
})

t.test('breaks when a core lift falls under its floor', async (t) => {
  const tight = answered([squat, curl], 700, { coreSetFloor: 3 })
  breaks(
    t,
    workingSets,
    relaid(tight, instead('squat', alone(tight, 'squat', 2, 'programmed', 1))),
    'squat',
    /keeps 2 sets, under its floor of 3/,
    ['A11'],
  )
})

t.test('the floor of a lift with fewer sets is all of them', async (t) => {
  const two = { ...squat, sets: 2 }
  const tight = answered([two, curl], 500, { coreSetFloor: 3 })
  holds(t, workingSets, tight, 'two of two')
  breaks(
    t,
    workingSets,
    relaid(tight, instead('squat', alone(tight, 'squat', 1, 'programmed', 1))),
    'squat',
    /under its floor of 2/,
    ['A11'],
  )
})

t.test('breaks when a core set is cut while an accessory stays', async (t) => {
  const good = answered([squat, curl], 1350)
  breaks(
    t,
    workingSets,
    relaid(good, instead('squat', alone(good, 'squat', 4))),
    'squat',
    /while unpinned accessory sets were left/,
  )
})

t.test('a cap holds in every compressed session, not in one that fits', async (t) => {
  const capped = answered([squat, curl, raise], 1600, { coreSetCap: 3 })
  holds(t, workingSets, capped, 'three sets')
  t.equal(capped.compressed.layout[0]!.doses[0]!.retained.length, 3)
  breaks(
    t,
    workingSets,
    relaid(capped, instead('squat', alone(capped, 'squat', 4))),
    'squat',
    /over its cap of 3/,
    ['A11'],
  )
  holds(t, workingSets, answered([squat, curl], 9000, { coreSetCap: 3 }), 'unchanged keeps five')
})

t.test('a pinned core lift keeps its sets against cap and floor', async (t) => {
  const pinned = answered([squat, curl], 900, {
    coreSetCap: 3,
    pinned: [{ exerciseId: 'squat', minSets: 4 }],
  })
  t.equal(pinned.compressed.layout[0]!.doses[0]!.retained.length, 4)
  holds(t, workingSets, pinned, 'four pinned')
})

t.test('uncapped where only the banned had to go', async (t) => {
  const fits = answered([squat, curl, raise], 1700, { coreSetCap: 3, banned: ['raise'] })
  t.equal(fits.compressed.layout.find(({ kind }) => kind === 'core_lift')!.doses[0]!.retained.length, 5)
  holds(t, workingSets, fits, 'article A10 goes first')
})

t.test(
  'what is pinned is nothing to take instead: neither an exercise nor a group that holds a pin',
  async (t) => {
    const pinned = [{ exerciseId: 'curl', minSets: 2 }]
    const single = answered([squat, curl, raise], 1150, { pinned })
    t.equal(single.compressed.layout[0]!.doses[0]!.retained.length, 4)
    holds(t, workingSets, single, 'the pinned curl stays')
    const members = [curl, raise].map((one) => ({ ...one, group: 'a' }))
    const group = answered([squat, ...members], 1150, { pinned })
    t.match(group.compressed.layout, [{ kind: 'core_lift' }, { kind: 'programmed_group' }])
    holds(t, workingSets, group, 'the unpinned raise cannot go without the curl')
  },
)

t.test('a warm-up that stays is a set that should have gone first', async (t) => {
  const tight = answered([walk, squat], 850)
  holds(t, workingSets, tight, 'gone')
  const kept = relaid(tight, () => [alone(tight, 'walk'), alone(tight, 'squat', 2, 'programmed', 1)])
  breaks(t, workingSets, kept, 'squat', /while unpinned accessory sets were left/, ['A7'])
})

t.test('a group around a core lift has neither floor nor cap', async (t) => {
  const members = [squat, { ...curl, sets: 5 }].map((one) => ({ ...one, group: 'a' }))
  const group = answered([...members, raise], 1100, { coreSetCap: 3 })
  t.equal(group.compressed.layout[0]!.doses[0]!.retained.length, 5)
  holds(t, workingSets, group, 'whole')
})

t.test('capped where more than the banned had to change, though every set stays', async (t) => {
  // squat 1080, curl and pushdown 600 apart, 435 together: apart they do not fit
  const tight = answered([squat, curl, pushdown, raise], 1580, { coreSetCap: 3, banned: ['raise'] })
  holds(t, workingSets, tight, 'three sets')
  const uncapped = relaid(tight, () => [alone(tight, 'squat'), together(tight, 'curl', 'pushdown')])
  breaks(t, workingSets, uncapped, 'squat', /over its cap of 3/)
})
