/** An answer that breaks an article never leaves the house: 500, counted, logged with what replays it. */
import { Writable } from 'node:stream'
import t from 'tap'
import { crunchClient, smallPlan } from './crunch-client.ts'

t.test('a broken answer: 500 internal_error that says nothing, and the article is counted', async (t) => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const { app, importPlan, preview, metric } = await crunchClient(t, { logger: { level: 'error', stream } })
  const planId = await importPlan(smallPlan())
  const { eachAnswer } = app.compressor
  // The fault that the audit is there for: an answer with the core lift gone.
  app.compressor.eachAnswer = (planners, targetMinutes, visit) =>
    eachAnswer.call(app.compressor, planners, targetMinutes, (audited) =>
      visit({
        ...audited,
        violations: [{ article: 'A1', exerciseId: 'squat', message: 'Squat is a core lift and was dropped' }],
      }),
    )
  const { status, body } = await preview({ planId, targetMinutes: 30, week: 1 })
  t.match({ status, body }, { status: 500, body: { error: 'internal_error' } })
  // Without the request id, whose digits may say anything.
  t.notMatch(body.detail.replace(body.requestId, ''), /article|A1|squat/i)
  t.equal(body.sessions, undefined)
  t.equal(await metric('planning_engine_amendment_violations_total', '{article="A1"}'), 1)
  t.equal(await metric('planning_engine_time_crunch_errors_total', '{code="internal_error"}'), 1)
  t.equal(await metric('planning_engine_time_crunch_requests_total', '{status="error"}'), 1)
  const logged = lines.map((line) => JSON.parse(line)).find((line) => line.violations !== undefined)
  t.match(logged, { planId, planVersion: 1, targetMinutes: 30, modelVersion: /\d/ })
})
