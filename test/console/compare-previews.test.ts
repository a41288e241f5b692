/** Two previews of a week in words: what is different is said, what is not is not. */
import t from 'tap'
import {
  exerciseDifferences,
  spokenSession,
  weekDifference,
} from '../../console/src/amendment/compare-previews.ts'
import { crunchClient, smallPlan } from '../routes/time-crunch/crunch-client.ts'

const client = await crunchClient(t)
const planId = await client.importPlan(smallPlan())
const week = async (amendment?: object, targetMinutes = 25) =>
  (await client.preview({ planId, targetMinutes, week: 1, ...(amendment && { amendment }) })).body

t.test('the same is nothing', async (t) => {
  const was = await week()
  t.equal(weekDifference(was, await week({})), 'changes nothing here')
  t.strictSame(exerciseDifferences(was.sessions[0], (await week({})).sessions[0]), [])
})

t.test('without supersets: which exercise loses what, and what the week loses', async (t) => {
  const was = await week()
  const now = await week({ allowSupersets: false })
  t.match(weekDifference(was, now), /^size \d+ % → \d+ %/)
  const lines = exerciseDifferences(was.sessions[0], now.sessions[0])
  t.ok(lines.length > 0)
  t.ok(
    lines.every((line) => /: .+ → .+$/.test(line)),
    lines.join('; '),
  )
  t.ok(
    lines.some((line) => /paired → |sets? → dropped/.test(line)),
    lines.join('; '),
  )
})

t.test('what no longer fits is said', async (t) => {
  const tight = await week({ coreSetFloor: 10, coreSetCap: null, bufferSeconds: 600 }, 15)
  t.match(weekDifference(await week({}, 45), tight), 'do not fit 0 → 1')
  t.match(spokenSession(tight.sessions[0]), ', does not fit, size ')
})
