/** What change records say, word for word, and the line that sums up a session. */
import t from 'tap'
import { type LaidSegment, newGroupSegment, singleSegment } from '../../../domain/clock/layout.ts'
import { changeKinds } from '../../../domain/compressor/change-kinds.ts'
import { placementsOf } from '../../../domain/compressor/placement.ts'
import {
  type ChangeFacts,
  changeSentence,
  holdingSentence,
  listed,
} from '../../../domain/compressor/sentences.ts'
import { changesSummary } from '../../../domain/compressor/summary.ts'
import type { NormalExercise } from '../../../domain/plan/document.ts'
import { curl, pushdown, raise, squat } from '../amendment/harness.ts'
import { doseFor, prepared } from '../prepared.ts'

const said = (of: NormalExercise, segment: LaidSegment | null, facts: Partial<ChangeFacts> = {}) => {
  const now = segment === null ? undefined : placementsOf([segment]).get(of.id)
  return changeSentence({
    exercise: prepared(of).exercises[0]!,
    kinds: changeKinds(now),
    now,
    banned: false,
    secondsSaved: 200,
    shareLost: 0.0183,
    returnsAtMinutes: 41,
    ...facts,
  })
}
const ending = ': saves 3 min 20 s, costs 1.8 % of size stimulus; comes back at 41 minutes.'

t.test('each change in its words, several together', async (t) => {
  t.equal(said(curl, singleSegment(doseFor(curl))), 'Curl stays as programmed.')
  t.equal(said(squat, singleSegment(doseFor(squat))), 'Squat stays as programmed: a core lift is protected.')
  t.equal(said(curl, null), `Curl dropped${ending}`)
  t.equal(said(curl, singleSegment(doseFor(curl, 2))), `Curl 3 → 2 sets${ending}`)
  t.equal(said(curl, singleSegment(doseFor(curl, 1))), `Curl 3 → 1 set${ending}`)
  t.equal(said(curl, singleSegment(doseFor(curl, 3, 'short'))), `Curl rest 75 → 45 s${ending}`)
  t.equal(
    said(squat, singleSegment(doseFor(squat, 5, 'programmed', 1))),
    `Squat only the last warm-up set${ending}`,
  )
  const level = 'short' as const
  const pair = newGroupSegment([doseFor(curl, 2, level), doseFor(pushdown, 2, level)])
  t.equal(said(curl, pair), `Curl 3 → 2 sets, paired with Pushdown, rest 75 → 45 s${ending}`)
  const block = newGroupSegment([curl, pushdown, raise].map((one) => doseFor(one)))
  t.equal(said(pushdown, block), `Pushdown in a block with Curl and Raise${ending}`)
})

t.test('what it gives, what it costs, when it returns', async (t) => {
  t.match(said(curl, null, { secondsSaved: 0 }), /: saves no time by itself, /)
  t.match(said(curl, null, { secondsSaved: -61 }), /: takes 1 min 1 s more, which its partners save, /)
  t.match(said(curl, null, { shareLost: 0 }), /costs no stimulus that the model counts;/)
  t.match(said(curl, null, { shareLost: 0.0004 }), /costs less than 0\.1 % of size stimulus;/)
  t.match(said(curl, null, { returnsAtMinutes: null }), /; stays changed up to 180 minutes\.$/)
  t.equal(
    said(curl, null, { banned: true, returnsAtMinutes: null }),
    "Curl left out: the coach's amendment bans it: saves 3 min 20 s, costs 1.8 % of size stimulus.",
  )
})

t.test('lists', async (t) => {
  t.same([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed), ['', 'a', 'a and b', 'a, b and c'])
})

t.test('every article that can hold a minimum has words for it', async (t) => {
  for (const article of ['A1', 'A3', 'A4', 'A7', 'A8', 'A9'] as const) {
    const sentence = holdingSentence({ article, minimumSeconds: 1085 })
    t.match(sentence, /^A\d, .+: without it the shortest session would take 18 min 5 s\.$/)
    t.notMatch(sentence, /undefined/)
  }
})

t.test("a group's time is shared by work, the odd second to its first member", async (t) => {
  // 435 s between 105 and 105 of work; 385 s between 105 and 70
  const shares = (...doses: Parameters<typeof newGroupSegment>[0]) =>
    [...placementsOf([newGroupSegment(doses)]).values()].map(({ seconds }) => seconds)
  t.same(shares(doseFor(curl), doseFor(pushdown)), [218, 217])
  t.same(shares(doseFor(curl), doseFor(pushdown, 2)), [231, 154])
})

t.test('the line that sums up a session', async (t) => {
  const session = prepared(squat, curl, pushdown, raise)
  const summary = (...layout: LaidSegment[]) => changesSummary(session, placementsOf(layout))
  const whole = [squat, curl, pushdown, raise].map((one) => singleSegment(doseFor(one)))
  t.equal(summary(...whole), 'Everything as programmed.')
  t.equal(
    summary(
      singleSegment(doseFor(squat, 5, 'programmed', 1)),
      newGroupSegment([doseFor(curl, 2, 'short'), doseFor(pushdown, 2, 'short')]),
    ),
    'Dropped: Raise. Trimmed: Curl 3 → 2; Pushdown 3 → 2. Grouped: Curl and Pushdown. Shorter rest: Curl; Pushdown. Warm-up sets cut: Squat.',
  )
})
