/** Comments that people and the next run can read, and what the trail says about since when. */
import t from 'tap'
import {
  commentOf,
  type Mark,
  markOf,
  standsSince,
  type TrailEntry,
} from '../../../rollout/core/audit-trail.ts'

const runId = 'a1b2c3d4-0000-4000-8000-000000000000'

const ours = (atMs: number, mark: Omit<Mark, 'runId'>): TrailEntry => ({
  atMs,
  comment: commentOf({ ...mark, runId }, 'because'),
  isTargeting: mark.step !== 'pause' && mark.step !== 'resume',
})

t.test('a mark survives its comment', async (t) => {
  const marks: Mark[] = [
    { step: 'start', percent: 10, runId },
    { step: 'promote', percent: 12.5, runId },
    { step: 'rollback', runId },
    { step: 'pause', runId },
    { step: 'resume', runId },
  ]
  for (const mark of marks) t.strictSame(markOf(commentOf(mark, 'Said [so] by step=start.')), mark)
  t.equal(
    commentOf({ step: 'promote', percent: 25, runId }, ' every gate is green. '),
    `Rollout: promote to 25 %. every gate is green. [planning-engine rollout step=promote percent=25 run=${runId}]`,
  )
  t.ok(commentOf({ step: 'rollback', runId }, 'x'.repeat(10_000)).length < 1_000, 'a reason is cut')
})

t.test('what others write is no mark', async (t) => {
  for (const comment of [
    '',
    'rollout',
    '[planning-engine rollout step=sleep run=1]',
    'Rollout: start at 10 %.',
  ]) {
    t.equal(markOf(comment), undefined, comment)
  }
})

t.test('since the newest change of the targeting; a pause is none', async (t) => {
  const trail = [ours(300, { step: 'pause' }), ours(200, { step: 'promote', percent: 25 })]
  t.strictSame(standsSince(trail, 25), { atMs: 200, by: 'rollout' })
  t.strictSame(standsSince([ours(400, { step: 'rollback' }), ...trail], 0), { atMs: 400, by: 'rollout' })
})

t.test('a change by hand counts anew', async (t) => {
  const byHand = { atMs: 500, comment: 'just a bit more', isTargeting: true }
  t.strictSame(standsSince([byHand, ours(200, { step: 'promote', percent: 25 })], 40), {
    atMs: 500,
    by: 'hand',
  })
})

t.test('LaunchDarkly’s own time of the last change wins when it is later', async (t) => {
  const trail = [ours(200, { step: 'promote', percent: 25 })]
  t.match(standsSince(trail, 25, 900), { atMs: 900 })
  t.match(standsSince(trail, 25, 100), { atMs: 200 })
})

t.test('unknown where the log is behind the flag, or empty', async (t) => {
  t.equal(standsSince([ours(200, { step: 'start', percent: 10 })], 25), undefined)
  t.equal(standsSince([ours(200, { step: 'pause' })], 25), undefined)
  t.equal(standsSince([], 25), undefined)
})
