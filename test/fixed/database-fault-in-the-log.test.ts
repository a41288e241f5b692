/** A statement that the database refused was logged with the row it was about: user ids, plan texts, notes. */
import t from 'tap'
import { availableKinds, testDatabase } from '../database.ts'
import { applicationClient } from '../routes/time-crunch/application-client.ts'
import { smallPlan } from '../routes/time-crunch/crunch-client.ts'

for (const kind of await availableKinds()) {
  t.test(`${kind}: 500, and the log says where, but nothing of the row`, async (t) => {
    const { url: databaseUrl } = await testDatabase(t, kind)
    const lines: string[] = []
    const { app, apply, call, importPlan } = await applicationClient(t, {
      config: { databaseUrl },
      logger: { level: 'trace', stream: { write: (line: string) => lines.push(line) } },
    })
    const planId = await importPlan(smallPlan())
    const { knex } = app.database
    for (const table of ['time_crunch_applications', 'feedback', 'plans']) {
      await knex.raw(`alter table ${table} add constraint no_more check (false) not valid`)
    }
    const report = {
      planId,
      sessionId: 'day-1',
      date: '2025-03-03',
      exerciseId: 'squat',
      rpe: 9,
      note: 'Secret note',
    }
    const faults = [
      await apply({ planId }),
      await apply({ planId }, 'athlete-1', { 'idempotency-key': 'a' }),
      await call('POST', '/api/v1/plans/feedback/rpe', { as: 'athlete-1', payload: report }),
      await call('POST', '/api/v1/plans', { as: 'athlete-1', payload: smallPlan() }),
    ]
    t.same(
      faults.map(({ status }) => status),
      [500, 500, 500, 500],
    )
    const log = lines.join('')
    t.equal(log.match(/"constraint":"no_more"/g)?.length, 4)
    for (const word of [/athlete-1/, /Secret/, /"name":"Day 1"/, /Squat/]) t.notMatch(log, word)
  })
}
