/**
 * A service whose search is broken, its log, and the command: the same build breaks the same articles, to the last digit;
 * a mended one does not; and what has changed meanwhile is said.
 */
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import t from 'tap'
import { createPlanStore } from '../../../store/plan-store.ts'
import { testDatabase } from '../../database.ts'
import { serve } from '../../faults/process/serving.ts'
import { openDatabase } from '../../plugins/database/open-database.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { brokenBuild, replay } from './replay-command.ts'

const as = 'marker-of-a-person'
const marker = /marker/i

const markedPlan = () => {
  const plan = smallPlan()
  plan.name = 'Marker of a plan'
  plan.description = 'Marker of a description'
  for (const exercise of plan.microcycles[0]!.sessions[0]!.exercises) exercise.notes = 'Marker of a note'
  plan.microcycles[0]!.sessions[0]!.name = 'Marker of a day'
  return plan
}

t.test('answers that broke articles', async (t) => {
  const { url } = await testDatabase(t)
  const service = await serve(t, { DATABASE_URL: url, ...brokenBuild })
  const { body: plan } = await service.ask('/api/v1/plans', { as, payload: markedPlan() })
  const broken = async (path: string, asked: object): Promise<string> => {
    const payload = { planId: plan.id, ...asked }
    const { status, body } = await service.ask(`/api/v1/time-crunch${path}`, { as, payload })
    t.match({ status, body }, { status: 500, body: { error: 'internal_error' } }, path)
    return body.requestId
  }
  const requests = {
    'all sessions': await broken('/preview', { targetMinutes: 20 }),
    'one day': await broken('/apply', {
      planVersion: 1,
      sessionId: 'day-1',
      targetMinutes: 25,
      date: '2026-03-02',
    }),
    'another amendment, less equipment': await broken('/preview', {
      targetMinutes: 30,
      week: 1,
      amendment: { coreSetFloor: 3, priorities: { curl: 'high' } },
      unavailableEquipment: ['cable'],
    }),
  }
  // The embedded database has room for one process.
  t.equal(await service.end(), 0)
  const log = service.output()
  t.match(log, plan.id)
  t.notMatch(log, marker, 'no name, no note, no person')

  const file = `${t.testdir({})}/service.log`
  await writeFile(file, log)
  for (const [what, requestId] of Object.entries(requests)) {
    const of = ['--log', file, '--request', requestId]
    // Another budget than the service had: the steps in the log count.
    const settings = { ...brokenBuild, SOLVER_BUDGET_MS: '7' }
    const again = await replay(url, of, { settings })
    t.equal(again.code, 0, `${what}: ${again.err}${again.out}`)
    const [, then, now] = /then {2}(.*)\nnow {3}(.*)\n.*reproduced\n$/.exec(again.out) ?? []
    t.match(then, /^A1 in session day-1, exercise squat; .*digest [\w-]{43}$/)
    t.equal(now, then)
    t.match(again.out, '4000000 steps a target')
    t.notMatch(again.out, marker)
  }

  const mended = await replay(url, ['--log', file])
  t.equal(mended.code, 1)
  t.match(mended.out, /\nnow {3}nothing wrong\nnot reproduced\n$/)

  const [, digest = ''] = /"digest":"([\w-]+)"/.exec(log) ?? []
  const ids = ['--plan', plan.id, '--target', '20', '--session', 'day-1', '--digest']
  const byIds = await replay(url, [...ids, digest], { settings: brokenBuild })
  t.match(byIds, { code: 0, out: /\nreproduced\n$/ })

  // Time goes by: another amendment, and a movement is published.
  const app = await openDatabase(t, url)
  await createPlanStore(app.database.knex, randomUUID).replaceAmendment(plan.id, 1, { bufferSeconds: 60 })
  await app.database.knex('movement_library').increment('revision', 1)
  await app.close()
  const later = await replay(url, ['--log', file, '--request', requests['all sessions']], {
    settings: brokenBuild,
  })
  t.equal(later.code, 1)
  t.match(later.out, 'the plan was at version 1 and is at 2; what it held then is not kept')
  t.match(later.out, 'its amendment was at version 1 and is at 2')
  t.match(later.out, /\nnot reproduced\n$/)
  // What rested on an amendment of its own, and swapped nothing, is the same to the last digit all the same.
  const last = await replay(url, ['--log', file], { settings: brokenBuild })
  t.match(last.out, /the movement library was at revision \d+ and is at \d+/)
  t.match(last, { code: 0, out: /\nreproduced\n$/ })
})
