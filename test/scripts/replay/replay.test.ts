/** A request that failed is done again from its log line, by the real command, on the same database. */
import { Writable } from 'node:stream'
import t, { type Test } from 'tap'
import { defaultLimits } from '../../../domain/compressor/compress.ts'
import { modelVersion } from '../../../domain/parameters.ts'
import { recomputable } from '../../../scripts/replay/compute-again.ts'
import { loggedFailure } from '../../../scripts/replay/logged-failure.ts'
import { verdictOn } from '../../../scripts/replay/verdict.ts'
import { availableKinds, testDatabase } from '../../database.ts'
import { crunchClient, smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { replay } from './replay-command.ts'

const withLog = async (t: Test, databaseUrl: string) => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const client = await crunchClient(t, { config: { databaseUrl }, logger: { level: 'info', stream } })
  return { ...client, log: () => lines.join('') }
}

const replayLog = (databaseUrl: string, log: string, options: string[] = []) =>
  replay(databaseUrl, options, { log })

/** A plan that nobody can read is the fault that can be made here at will: the same for whoever asks. */
const spoil = `update plans set document = '{}' where id = ?`

t.test('a request that failed fails again; the log tells no name and no person', async (t) => {
  const kinds = await availableKinds()
  const { url } = await testDatabase(t, kinds.includes('postgres') ? 'postgres' : 'pglite')
  const client = await withLog(t, url)
  const planId = await client.importPlan({ ...smallPlan(), name: 'Marker of a plan' }, 'marker-of-a-person')
  await client.app.database.knex.raw(spoil, [planId])
  const body = { planId, targetMinutes: 20, week: 1 }
  const failed = await client.preview(body, 'marker-of-a-person')
  t.equal(failed.status, 500)
  const log = client.log()
  t.notMatch(log, /marker/i)
  const failure = loggedFailure(log)
  t.match(failure, {
    requestId: failed.body.requestId,
    operationId: 'previewTimeCrunch',
    asked: body,
    omitted: [],
  })
  // The embedded database has room for one process.
  if (url.startsWith('pglite')) return
  const again = await replayLog(url, log)
  t.match(
    again.out,
    /^request .*previewTimeCrunch\nwith .*\nthen {2}UnreadableRow: .*\nnow {3}UnreadableRow: .*\nreproduced\n$/,
  )
  t.equal(again.code, 0, again.err)
  t.equal((await replayLog(url, log, ['--request', 'another'])).code, 2)

  await client.app.database.knex('plans').where({ id: planId }).del()
  const gone = await replayLog(url, log)
  t.equal(gone.code, 1)
  t.match(gone.err, `The plan ${planId} is gone`)
})

t.test(
  'an answer that broke an article then, and does not now, is told with what is different',
  async (t) => {
    const kinds = await availableKinds()
    if (!kinds.includes('postgres')) {
      t.pass('the embedded database has room for one process')
      return
    }
    const { url } = await testDatabase(t, 'postgres')
    const client = await withLog(t, url)
    const planId = await client.importPlan(smallPlan())
    const { eachAnswer } = client.app.compressor
    client.app.compressor.eachAnswer = (planners, targetMinutes, visit) =>
      eachAnswer.call(client.app.compressor, planners, targetMinutes, (audited) =>
        visit({ ...audited, violations: [{ article: 'A1', exerciseId: 'squat', message: 'dropped' }] }),
      )
    t.equal((await client.preview({ planId, targetMinutes: 20, week: 1 })).status, 500)
    const log = client.log()
    t.match(loggedFailure(log), {
      computation: { planVersion: 1, amendmentVersion: 1, modelVersion },
      violations: [{ article: 'A1', exerciseId: 'squat', sessionId: 'day-1' }],
      digest: /^[\w-]{43}$/,
    })
    await client.call('PUT', `/api/v1/plans/${planId}/amendment`, {
      as: 'athlete-1',
      payload: { bufferSeconds: 60 },
      headers: { 'if-match': '*' },
    })
    const { out, code } = await replayLog(url, log)
    t.equal(code, 1)
    t.match(out, /then {2}A1 in session day-1, exercise squat, digest .*\nnow {3}nothing wrong\n/)
    t.match(out, 'the plan was at version 1 and is at 2')
    t.match(out, 'its amendment was at version 1 and is at 2')
    t.match(out, /\nnot reproduced\n$/)
  },
)

t.test('the same articles broken in the same places are the same failure, whatever their order', (t) => {
  const one = { sessionId: 'day-1', article: 'A1', exerciseId: 'squat' }
  const other = { sessionId: 'day-2', article: 'A9', exerciseId: null }
  const failure = {
    requestId: 'r',
    operationId: 'previewTimeCrunch',
    params: {},
    query: {},
    asked: {},
    omitted: ['amendment'],
    error: { type: 'Error', message: 'an answer breaks' },
    violations: [one, other],
  }
  const computation = { planVersion: 1, amendmentVersion: 1, modelVersion, limits: defaultLimits }
  t.match(verdictOn(failure, { computation, violations: [other, one] }), {
    exitCode: 0,
    lines: [/r, preview/, /plan version 1/, /A1/, /A1/, /not in the log: amendment/, 'reproduced'],
  })
  t.equal(verdictOn(failure, { computation, violations: [one] }).exitCode, 1)
  t.end()
})

t.test('what only its sender can repeat is printed as a command', async (t) => {
  const { url } = await testDatabase(t)
  const client = await withLog(t, url)
  const planId = await client.importPlan(smallPlan())
  client.app.planStore.findVisiblePlan = async () => {
    throw new Error('broken on purpose')
  }
  const headers = { 'if-match': '"1"' }
  const payload = { ...smallPlan(), name: 'Marker' }
  t.equal(
    (await client.call('PUT', `/api/v1/plans/${planId}`, { as: 'athlete-1', payload, headers })).status,
    500,
  )
  const failure = loggedFailure(client.log())
  t.notOk(recomputable.includes(failure.operationId))
  t.match(failure, { params: { planId }, omitted: ['name', 'microcycles'] })
  const { asCurl } = await import('../../../scripts/replay/as-curl.ts')
  const curl = asCurl(failure, client.app.swagger())
  t.match(curl, `curl -X PUT "$SERVICE/api/v1/plans/${planId}"`)
  t.match(curl, '# not in the log, to be added: name, microcycles')
})
