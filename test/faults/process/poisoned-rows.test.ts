/** Other rows that a hand has written: applied sessions, reports, kept answers. Lists go on, and the row can be got rid of. */
import t from 'tap'
import { availableKinds } from '../../database.ts'
import { day } from '../../routes/time-crunch/application-client.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { casesFor, marker, ourFault, poisonedApp } from './poisoned-app.ts'

// biome-ignore lint/suspicious/noExplicitAny: what is changed need not fit anywhere
type Change = (document: any) => void

const as = 'athlete-1'
const otherDay = '2026-03-09'
const idsOf = ({ body }: { body: { items: { id: string }[] } }): string[] => body.items.map(({ id }) => id)

const sessions: Record<string, Change | string> = {
  'a character that text cannot hold': '{"outcome":"\\u0000","originalDurationSeconds":"\\ud800"}',
  null: 'null',
  'nothing in it': '{}',
  'a text': JSON.stringify(marker),
  'an unknown outcome': (session) => Object.assign(session, { outcome: marker }),
  'a duration that is a text': (session) => Object.assign(session, { originalDurationSeconds: marker }),
  'a duration of a thousand million seconds': (session) =>
    Object.assign(session, { originalDurationSeconds: 1e9, compressedDurationSeconds: 1e9 }),
  'a duration below nothing': (session) => Object.assign(session, { compressedDurationSeconds: -1 }),
}

/** What the list does not look at. */
const insides: Record<string, Change> = {
  'no segments': (session) => delete session.segments,
  'segments that are nothing': (session) => Object.assign(session, { segments: [null] }),
  'minutes that do not add up': (session) =>
    Object.assign(session, { compressedDurationSeconds: session.compressedDurationSeconds - 60 }),
  'an exercise of an unknown role': (session) =>
    Object.assign(session.segments[0].exercises[0], { role: marker }),
}

const reports: Record<string, Change | string> = {
  null: 'null',
  'nothing in it': '{}',
  'a text': JSON.stringify(marker),
  'an unknown kind': (report) => Object.assign(report, { kind: marker }),
  'an effort of a thousand': (report) => Object.assign(report, { rpe: 1_000 }),
  'no day': (report) => delete report.date,
  'a day that there is not': (report) => Object.assign(report, { date: '2026-02-30' }),
  'sets that are a text': (report) => Object.assign(report, { sets: marker }),
}

const answers: Record<string, { answer?: string; status?: number | null }> = {
  'no status': { status: null },
  'the status of a failure': { status: 500 },
  null: { answer: 'null' },
  'a text': { answer: JSON.stringify(marker) },
  'nothing in it': { answer: '{}' },
}

for (const [index, kind] of (await availableKinds()).entries()) {
  t.test(`${kind}: an applied session`, async (t) => {
    const client = await poisonedApp(t, kind)
    const { apply, balance, history, importPlan, onDay, revert, poison, changed, told, counted } = client
    for (const [what, change] of casesFor({ ...sessions, ...insides }, index === 0)) {
      await t.test(`${what}: left out of lists, 500 on its day, 204 to take it back`, async (t) => {
        const planId = await importPlan(smallPlan())
        const { body: sound } = await apply({ planId, date: otherDay })
        const { body: applied } = await apply({ planId })
        const json = typeof change === 'string' ? change : changed(applied.session, change)
        const before = await counted('time_crunch_applications')
        await poison('time_crunch_applications', 'session', json, { id: applied.id })

        // The list shows what it can, page by page.
        const left = what in insides ? [applied.id, sound.id] : [sound.id]
        t.same(idsOf(await history({ planId })), left)
        const first = await history({ planId, limit: 1 })
        const rest = await history({ planId, limit: 1, cursor: first.body.nextCursor })
        t.same([...idsOf(first), ...idsOf(rest)], left)
        t.match(await onDay(planId), ourFault)
        t.match(await balance(planId, 1, day), ourFault, 'no wrong sum')
        t.match(await onDay(planId, otherDay), { status: 200, body: { applicationId: sound.id } })
        t.match(await balance(planId, 1, otherDay), { status: 200 })
        t.equal(told('time_crunch_applications', applied.id), 1)
        t.ok((await counted('time_crunch_applications')) >= before + 2)

        // The same again makes it anew; and it can be taken back unread.
        const again = await apply({ planId })
        t.match(again, { status: 201 })
        t.not(again.body.id, applied.id)
        t.match(await onDay(planId), { status: 200, body: { applicationId: again.body.id } })
        await poison('time_crunch_applications', 'session', json, { id: again.body.id })
        t.equal((await revert(again.body.id)).status, 204)
        t.match(await onDay(planId), { status: 200, body: { applicationId: null } })
      })
    }
    t.same(client.indiscreet(), [])
  })

  t.test(`${kind}: a report`, async (t) => {
    const client = await poisonedApp(t, kind)
    const { app, call, importPlan, poison, changed, told } = client
    const planId = await importPlan(smallPlan())
    const path = `/api/v1/plans/${planId}`
    const report = (exerciseId: string) =>
      call('POST', '/api/v1/plans/feedback/rpe', {
        as,
        payload: { planId, sessionId: 'day-1', date: day, exerciseId, rpe: 8, note: marker },
      })
    const list = (query = '') => call('GET', `${path}/feedback${query}`, { as })
    const { body: sound } = await report('curl')

    for (const [what, change] of casesFor(reports, index === 0)) {
      await t.test(
        `${what}: left out of the list and of the adaptations, and made good by another`,
        async (t) => {
          const { body: said } = await report('squat')
          const stored = await app.database.knex('feedback').where({ id: said.id }).first('report')
          const json = typeof change === 'string' ? change : changed(stored.report, change)
          await poison('feedback', 'report', json, { id: said.id })

          t.same(idsOf(await list()), [sound.id])
          const first = await list('?limit=1')
          const rest = await list(`?limit=1&cursor=${first.body.nextCursor}`)
          t.same([...idsOf(first), ...idsOf(rest)], [sound.id], 'no page ends the list before its time')
          t.match(await call('GET', `${path}/adaptations`, { as }), {
            status: 200,
            body: { generatedFrom: { rpeReports: 1 } },
          })
          t.equal(told('feedback', said.id), 1)
          t.equal((await report('squat')).status, 200)
          t.equal(idsOf(await list()).length, 2)
          await poison('feedback', 'report', json, { id: said.id })
          t.equal((await call('DELETE', `${path}/feedback/${said.id}`, { as })).status, 204)
        },
      )
    }
    t.same(client.indiscreet(), [])
  })

  t.test(`${kind}: an answer that is kept for an Idempotency-Key`, async (t) => {
    const client = await poisonedApp(t, kind)
    const { app, apply, call, history, importPlan, told } = client
    for (const [what, change] of casesFor(answers, index === 0)) {
      await t.test(`${what}: 500, nothing is done twice, and another key works`, async (t) => {
        const planId = await importPlan(smallPlan())
        const key = (name: string) => ({ 'idempotency-key': `${name} ${what}`.replaceAll(' ', '-') })
        const importKeyed = (name: string) =>
          call('POST', '/api/v1/plans', { as, payload: smallPlan(), headers: key(name) })
        t.equal((await apply({ planId }, as, key('apply'))).status, 201)
        t.equal((await importKeyed('import')).status, 201)
        const table = app.database.knex('idempotency_keys')
        const keys = [key('apply'), key('import')].map((headers) => headers['idempotency-key'])
        const rows = await table.clone().whereIn('key', keys).select('request_digest')
        await table.clone().whereIn('key', keys).update(change)
        const { body: plans } = await call('GET', '/api/v1/plans?limit=100', { as })

        t.match(await apply({ planId }, as, key('apply')), ourFault)
        t.match(await importKeyed('import'), ourFault)
        for (const { request_digest: digest } of rows) t.equal(told('idempotency_keys', digest), 1)
        t.equal(idsOf(await history({ planId })).length, 1)
        t.equal((await call('GET', '/api/v1/plans?limit=100', { as })).body.items.length, plans.items.length)
        t.equal((await apply({ planId }, as, key('apply-again'))).status, 200)
        t.equal((await importKeyed('import-again')).status, 201)
      })
    }
    t.same(client.indiscreet(), [])
    t.notMatch(client.indiscreet().join(), as)
  })
}
