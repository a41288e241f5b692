/** Bans and the coach's groups in answers: what is taken out, what is left of a group, and what then fits. */
import t from 'tap'
import { answered, bench, curl, exercise, pushdown, raise, squat } from '../amendment/harness.ts'

/** "squat 5", "curl+pushdown 3+3 programmed_group" … */
const written = ({ compressed }: ReturnType<typeof answered>): string[] =>
  compressed.layout.map(({ kind, doses }) => {
    const ids = doses.map((dose) => dose.exercise.id).join('+')
    const sets = doses.map((dose) => dose.retained.length).join('+')
    return kind === 'programmed_group' ? `${ids} ${sets} together` : `${ids} ${sets}`
  })
const pairOf = (one: typeof curl, other: typeof curl) => [
  { ...one, group: 'a' },
  { ...other, group: 'a' },
]

t.test('a ban changes even a session that fits', async (t) => {
  const one = answered([curl, raise], 10_000, { banned: ['raise'] })
  t.same([one.compressed.outcome, written(one)], ['compressed', ['curl 3']])
})

t.test('what fits without the banned stays as programmed, uncapped, to the second', async (t) => {
  const one = answered([raise, curl, squat], 1380, { banned: ['raise'], coreSetCap: 3 })
  t.same([one.compressed.outcome, written(one)], ['compressed', ['squat 5', 'curl 3']])
})

t.test('where the rest does not fit, the cap holds as in every compressed session', async (t) => {
  // squat 1080 and curl 300 miss by a second; capped, the squat is 680
  const one = answered([squat, curl, raise], 1379, { banned: ['raise'], coreSetCap: 3 })
  t.same(written(one), ['squat 3', 'curl 3'])
})

t.test('a group left with one member is a single: an accessory may be trimmed', async (t) => {
  const one = answered([squat, ...pairOf(curl, pushdown)], 1080 + 190, { banned: ['pushdown'] })
  t.same(written(one), ['squat 5', 'curl 2'])
  t.equal(one.compressed.layout[1]!.kind, 'accessory_single')
})

t.test('a group left with one member is a single: a core lift may lose ramp and sets', async (t) => {
  const alone = answered(pairOf(squat, curl), 610, { banned: ['curl'] })
  // 120 + 70 + 3·20 + 2·180
  t.same(written(alone), ['squat 3'])
  const whole = answered(pairOf(squat, curl), 610)
  t.same([whole.compressed.outcome, written(whole)], ['unmet', ['squat+curl 5+3 together']])
})

t.test('three members without one of them are still a group', async (t) => {
  const three = [...pairOf(curl, pushdown), { ...raise, group: 'a' }]
  t.same(written(answered(three, 10_000, { banned: ['pushdown'] })), ['curl+raise 3+3 together'])
})

t.test("a coach's group loses rounds, then goes as a whole", async (t) => {
  const session = [squat, ...pairOf({ ...curl, sets: 4 }, { ...pushdown, sets: 2 })]
  // 90; rounds of 85 + 75, 85 + 75, 35 + 75, 35; three rounds end after the first 35; two at 90 + 85 + 75 + 85
  t.same(written(answered(session, 1080 + 555)), ['squat 5', 'curl+pushdown 4+2 together'])
  t.same(written(answered(session, 1080 + 554)), ['squat 5', 'curl+pushdown 3+2 together'])
  t.same(written(answered(session, 1080 + 444)), ['squat 5', 'curl+pushdown 2+2 together'])
  t.same(written(answered(session, 1080 + 334)), ['squat 5'])
})

t.test("a pinned member keeps its sets, and so its group's rounds", async (t) => {
  const session = [squat, ...pairOf(curl, pushdown)]
  const pinned = [{ exerciseId: 'curl', minSets: 3 }]
  // three rounds 90 + 3·85 + 2·75 = 495; the ramp of the squat pays before them
  t.same(written(answered(session, 1080 + 494, { pinned })), ['squat 5', 'curl+pushdown 3+3 together'])
  const two = [{ exerciseId: 'curl', minSets: 1 }]
  t.same(written(answered(session, 1080 + 335, { pinned: two })), ['squat 5', 'curl+pushdown 2+2 together'])
})

t.test(
  'without core lifts or pins the quickest that has value stays, and says that it does not fit',
  async (t) => {
    const run = exercise('run', 'conditioning', ['cardio'], { sets: 1, seconds: 100 })
    const short = answered([curl, run], 60)
    // 15 + 100 against two curls at short rest, 160
    t.same([short.compressed.outcome, written(short)], ['unmet', ['run 1']])
    t.equal(short.compressed.minimumAchievableSeconds, 115)
  },
)

t.test('a core lift is never grouped, nor is conditioning', async (t) => {
  const run = exercise('run', 'conditioning', ['cardio'], { seconds: 60 })
  for (let budget = 600; budget < 3000; budget += 97) {
    const { layout } = answered([squat, bench, curl, pushdown, run], budget).compressed
    for (const { doses } of layout) {
      t.ok(doses.length === 1 || doses.every((dose) => dose.exercise.role === 'accessory'), `${budget} s`)
    }
  }
})
