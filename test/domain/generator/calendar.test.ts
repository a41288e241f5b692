/** The weeks of a plan: phases, deloads, levels. */
import t from 'tap'
import { planWeeks } from '../../../domain/generator/calendar.ts'
import type { Progression, TrainingIntent } from '../../../domain/generator/intent.ts'

const weeksOf = (progression: Progression, weeks: number, deloadEvery: number | null) =>
  planWeeks({ progression, weeks, deloadEvery } as TrainingIntent)

/** One letter a week: the phase's first, D for a deload. */
const phases = (...given: Parameters<typeof weeksOf>): string =>
  weeksOf(...given)
    .map(({ phase, deload }) => (deload ? 'D' : phase.charAt(0)))
    .join('')

const rows: [Progression, number, number | null, string][] = [
  ['linear', 12, 6, 'ffffbDbbpppD'],
  ['linear', 12, 4, 'fffDbbbDpppD'],
  ['linear', 4, 6, 'bbbb'],
  ['linear', 1, null, 'b'],
  ['linear', 9, null, 'fffbbbppp'],
  ['block', 12, 6, 'aaiirDaaiirD'],
  ['block', 12, null, 'aaaiiraaaiir'],
  ['block', 8, 4, 'airDairD'],
  ['block', 7, 6, 'aaiirDa'],
  ['block', 8, 6, 'aaiirDai'],
  ['block', 3, 3, 'aiD'],
  ['undulating', 7, 5, 'uuuuDuu'],
]

for (const [progression, weeks, deloadEvery, expected] of rows) {
  t.test(`${progression}, ${weeks} weeks, deload every ${deloadEvery}: ${expected}`, async (t) => {
    t.equal(phases(progression, weeks, deloadEvery), expected)
    t.strictSame(
      weeksOf(progression, weeks, deloadEvery).map(({ weekNumber }) => weekNumber),
      Array.from({ length: weeks }, (_, index) => index + 1),
    )
  })
}

t.test('undulating: every week has each kind of day in turn, and every session gets them all', async (t) => {
  const weeks = weeksOf('undulating', 3, null)
  for (const week of weeks) {
    t.equal(new Set([0, 1, 2].map(week.levelOf)).size, 3, `week ${week.weekNumber}`)
  }
  for (const place of [0, 1, 2, 3]) {
    t.equal(new Set(weeks.map((week) => week.levelOf(place))).size, 3, `session ${place}`)
  }
})

t.test('effort rises through each run of hard weeks and a deload has none', async (t) => {
  const progress = weeksOf('linear', 8, 4).map((week) => week.progress)
  t.strictSame(progress, [0, 0.5, 1, null, 0, 0.5, 1, null])
})

t.test('a deload repeats the week before it, with half the sets', async (t) => {
  const weeks = weeksOf('block', 6, 6)
  t.equal(weeks[5]!.levelOf(0), weeks[4]!.levelOf(0))
  t.equal(weeks[5]!.setShare, 0.5)
  t.ok(weeks[0]!.setShare > weeks[3]!.setShare && weeks[3]!.setShare > weeks[4]!.setShare)
})
