/** The five answers of the model, each on a session made for it. */
import t from 'tap'
import {
  answered,
  bench,
  curl,
  exercise,
  pushdown,
  raise,
  squat,
  stretch,
  walk,
} from '../amendment/harness.ts'

type Answered = ReturnType<typeof answered>
const ids = ({ compressed }: Answered) =>
  compressed.layout.flatMap(({ doses }) => doses.map((dose) => dose.exercise.id))
const setsOf = ({ compressed }: Answered, id: string) =>
  compressed.layout.flatMap(({ doses }) => doses).find((dose) => dose.exercise.id === id)?.retained.length ??
  0

t.test('1: what fits is unchanged, to the second', async (t) => {
  t.equal(answered([squat, curl], 1380).compressed.outcome, 'unchanged')
  t.equal(answered([squat, curl], 1379).compressed.outcome, 'compressed')
})

t.test(
  '2: the most value that fits; core lifts whole; what is left over goes to warm-ups, then cool-downs',
  async (t) => {
    const session = [walk, squat, curl, pushdown, stretch]
    // squat 1080, both apart 600, the walk 315; the stretch of 135 does not fit any more
    const roomy = answered(session, 1080 + 600 + 315)
    t.same(ids(roomy), ['walk', 'squat', 'curl', 'pushdown'])
    t.equal(setsOf(roomy, 'squat'), 5)
    const cooled = answered(session, 1080 + 600 + 140)
    t.same(
      ids(cooled),
      ['squat', 'curl', 'pushdown', 'stretch'],
      'the walk of 315 s does not fit, the stretch of 135 does',
    )
  },
)

t.test('2: a warm-up that does not fit does not keep out a later one that does', async (t) => {
  const rowing = { ...walk, id: 'rowing', seconds: 200 }
  // squat 1080, the walk 315, the rowing 215
  t.same(ids(answered([walk, rowing, squat], 1080 + 314)), ['rowing', 'squat'])
  t.same(ids(answered([walk, rowing, squat], 1080 + 315)), ['walk', 'squat'])
})

t.test('2: two exercises of the same worth: the earlier one stays', async (t) => {
  const hammer = exercise('hammer', 'accessory', ['biceps'])
  const tight = answered([squat, curl, hammer], 1080 + 300)
  t.same(ids(tight).slice(0, 2), ['squat', 'curl'])
})

t.test('3: pinned at their quickest, then ramps', async (t) => {
  const pinned = { ...curl, pinned: true, minSets: 2 }
  // squat 1080, two curls at short rest 45 + 70 + 45 = 160; a cut ramp saves 70
  const tight = answered([squat, pinned, raise], 1080 + 160 - 60)
  t.same(ids(tight), ['squat', 'curl'])
  t.equal(tight.compressed.layout[0]!.doses[0]!.rampSets, 1)
  t.equal(tight.compressed.durationSeconds, 1080 + 160 - 70)
})

t.test('4: core sets go, for the most strength', async (t) => {
  // ramps cut: squat 1010, a set of it 200; bench 810, a set 200
  const tight = answered([squat, bench, curl], 1010 + 810 - 400)
  t.same(
    [setsOf(tight, 'squat'), setsOf(tight, 'bench')],
    [4, 3],
    'one of each costs less strength than two of one',
  )
  t.equal(tight.compressed.outcome, 'compressed')
})

t.test('5: unmet, with the shortest session that the articles allow', async (t) => {
  const short = answered([squat, bench, curl], 700)
  t.match(short.compressed, { outcome: 'unmet', meetsTimeConstraint: false })
  t.same([setsOf(short, 'squat'), setsOf(short, 'bench')], [2, 2])
  // 120 + 70 + 40 + 180 each
  t.equal(short.compressed.durationSeconds, 820)
  t.equal(short.compressed.minimumAchievableSeconds, 820)
})

t.test('5: where nothing is core or pinned and nothing fits, the quickest one is the answer', async (t) => {
  const slow = { ...raise, sets: 3, restSeconds: 300 }
  const short = answered([slow, curl], 120)
  t.same(ids(short), ['curl'])
  t.equal(short.compressed.durationSeconds, 45 + 70 + 45)
  t.equal(short.compressed.outcome, 'unmet')
})

t.test('odd sessions have answers too', async (t) => {
  t.equal(answered([], 900).compressed.outcome, 'unchanged', 'no exercise')
  t.same(ids(answered([curl, raise], 900, { banned: ['curl', 'raise'] })), [], 'everything banned')
  const warmUps = answered([walk, { ...walk, id: 'row', name: 'Row', seconds: 200 }], 250)
  t.same(ids(warmUps), ['row'], 'only warm-ups: what fits comes back')
  t.match(answered([{ ...walk, seconds: 1000 }], 300).compressed, { outcome: 'unmet', durationSeconds: 1015 })
  t.same(ids(answered([{ ...squat, sets: 1 }], 200)), ['squat'], 'one exercise, one set')
})

t.test('a ban that makes it fit leaves the rest as programmed, uncapped', async (t) => {
  const one = answered([squat, curl, raise], 1380, { banned: ['raise'], coreSetCap: 3 })
  t.same([setsOf(one, 'squat'), setsOf(one, 'curl'), setsOf(one, 'raise')], [5, 3, 0])
  t.equal(one.compressed.outcome, 'compressed')
})
