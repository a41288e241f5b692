/** A8: pins, bans, never-pair entries, and the coach's own groups. */
import t from 'tap'
import { coachsWord } from '../../../../domain/amendment/articles/coachs-word.ts'
import { programmedGroupSegment } from '../../../../domain/clock/layout.ts'
import {
  alone,
  answered,
  breaks,
  curl,
  exercise,
  holds,
  instead,
  pushdown,
  raise,
  relaid,
  squat,
  together,
  without,
} from '../harness.ts'

const row = exercise('row', 'accessory', ['lats'], { group: 'a', sets: 4 })
const fly = exercise('fly', 'accessory', ['chest'], { group: 'a', sets: 3 })

t.test('a pinned exercise keeps its sets', async (t) => {
  const good = answered([squat, curl, raise], 1400, { pinned: [{ exerciseId: 'raise', minSets: 2 }] })
  holds(t, coachsWord, good, 'the raise stays')
  breaks(t, coachsWord, relaid(good, without('raise')), 'raise', /keeps 0 sets, but the coach pinned 2/)
})

t.test('a pin without a number keeps all; the exercise may say it itself', async (t) => {
  const good = answered([squat, { ...curl, pinned: true }, raise], 1450)
  t.equal(
    good.compressed.layout.flatMap(({ doses }) => doses).find(({ exercise: { id } }) => id === 'curl')!
      .retained.length,
    3,
  )
  breaks(
    t,
    coachsWord,
    relaid(good, instead('curl', alone(good, 'curl', 2))),
    'curl',
    /keeps 2 sets, but the coach pinned 3/,
  )
})

t.test("the amendment's pin replaces the exercise's own, for fewer sets or for all", async (t) => {
  const own = { ...curl, minSets: 3 }
  const fewer = answered([squat, own], 1080, { pinned: [{ exerciseId: 'curl', minSets: 2 }] })
  t.equal(fewer.compressed.layout[1]!.doses[0]!.retained.length, 2)
  holds(t, coachsWord, fewer, 'two of the three it pins itself')
  const all = answered([squat, { ...curl, minSets: 2 }], 1080, { pinned: [{ exerciseId: 'curl' }] })
  t.equal(all.compressed.layout[1]!.doses[0]!.retained.length, 3)
  const cut = relaid(all, instead('curl', alone(all, 'curl', 2)))
  breaks(t, coachsWord, cut, 'curl', /keeps 2 sets, but the coach pinned 3/)
})

t.test('what is banned is out', async (t) => {
  const good = answered([squat, curl, raise], 1700, { banned: ['curl'] })
  holds(t, coachsWord, good, 'no curl')
  const kept = relaid(good, (layout) => [...layout, alone(good, 'curl')])
  breaks(t, coachsWord, kept, 'curl', /is banned and was kept/, ['A2', 'A10', 'A11'])
})

t.test('never together, and never in any group', async (t) => {
  for (const neverPair of [[['curl', 'pushdown']], [['pushdown', 'curl']], [['curl']]]) {
    const good = answered([squat, curl, pushdown], 1500, { neverPair })
    holds(t, coachsWord, good, 'apart')
    const paired = relaid(good, (layout) => [layout[0]!, together(good, 'curl', 'pushdown')])
    breaks(t, coachsWord, paired, 'curl', /grouped with Pushdown against the coach's word/, ['A11'])
  }
})

t.test("a coach's group is trimmed by rounds: each member keeps min(its sets, rounds)", async (t) => {
  const good = answered([squat, row, fly], 1450)
  const group = good.compressed.layout.find(({ kind }) => kind === 'programmed_group')!
  t.same(
    group.doses.map(({ retained }) => retained.length),
    [2, 2],
  )
  holds(t, coachsWord, good, 'two rounds')
  const doses = (rowSets: number, flySets: number) =>
    programmedGroupSegment([alone(good, 'row', rowSets).doses[0]!, alone(good, 'fly', flySets).doses[0]!])
  breaks(t, coachsWord, relaid(good, instead('row', doses(3, 2))), 'row', /trimmed unevenly/, ['A11'])
  breaks(
    t,
    coachsWord,
    relaid(good, instead('row', doses(1, 1))),
    'row',
    /cut to 1 rounds, under its floor of 2/,
  )
})

t.test("a coach's group is never split or regrouped", async (t) => {
  const good = answered([squat, row, fly, curl], 1900)
  const split = relaid(good, instead('row', alone(good, 'row', 2), alone(good, 'fly', 2)))
  breaks(t, coachsWord, split, 'row', /split, regrouped or trimmed unevenly/, ['A9', 'A11'])
})

t.test('a ban that leaves one member makes it an exercise like any other', async (t) => {
  holds(t, coachsWord, answered([squat, row, fly, curl], 1800, { banned: ['fly'] }), 'the row stands alone')
})

t.test("a coach's group keeps the rounds of its pinned member, and the accessory floor", async (t) => {
  for (const amendment of [{ pinned: [{ exerciseId: 'fly', minSets: 3 }] }, { accessorySetFloor: 3 }]) {
    const good = answered([squat, row, fly], 1080 + 600, amendment)
    t.match(good.compressed.layout[1], { kind: 'programmed_group' })
    holds(t, coachsWord, good, 'three rounds or more')
    const [rowDose, flyDose] = [alone(good, 'row', 2).doses[0]!, alone(good, 'fly', 2).doses[0]!]
    const cut = relaid(good, instead('row', programmedGroupSegment([rowDose, flyDose])))
    t.match(coachsWord.check(cut.programmed, cut.compressed).at(-1), {
      exerciseId: 'row',
      message: /cut to 2 rounds, under its floor of 3/,
    })
  }
})

t.test("a coach's group goes as a whole, or rests as written", async (t) => {
  const good = answered([squat, row, fly, curl], 1900)
  holds(t, coachsWord, relaid(good, without('row')), 'dropped')
  const half = relaid(good, instead('row', alone(good, 'row')))
  breaks(t, coachsWord, half, 'row', /split, regrouped or trimmed unevenly/)
  const twice = relaid(good, (layout) => [...layout, alone(good, 'fly', 2, 'short')])
  breaks(t, coachsWord, twice, 'row', /split, regrouped or trimmed unevenly/, ['A2', 'A11'])
  const hurried = programmedGroupSegment(['row', 'fly'].map((id) => alone(good, id, 3, 'short').doses[0]!))
  breaks(t, coachsWord, relaid(good, instead('row', hurried)), 'row', /split, regrouped or trimmed unevenly/)
})

t.test("a group that no coach wrote is not the coach's", async (t) => {
  const good = answered([squat, curl, pushdown], 1600)
  const group = programmedGroupSegment(['curl', 'pushdown'].map((id) => alone(good, id).doses[0]!))
  breaks(
    t,
    coachsWord,
    relaid(good, ([lift]) => [lift!, group]),
    'curl',
    /group/,
    ['A9'],
  )
})

t.test('never together holds in a block too', async (t) => {
  const good = answered([squat, curl, raise, pushdown], 1800, { neverPair: [['pushdown', 'curl']] })
  const block = relaid(good, ([lift]) => [lift!, together(good, 'curl', 'raise', 'pushdown')])
  breaks(t, coachsWord, block, 'curl', /grouped with Pushdown against the coach's word/)
})
