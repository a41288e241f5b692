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
