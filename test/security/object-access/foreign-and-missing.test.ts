/**
 * A foreign plan and one that never was: the same answer, byte for byte but for what the caller sent, the same headers, and
 * the same statements sent to the database. Statements are compared, not times: a clock would only sometimes tell.
 */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import t, { type Test } from 'tap'
import { availableKinds, testDatabase } from '../../database.ts'
import { bearer, testApp } from '../../helper.ts'
import { accessTable } from './access-table.ts'
import { type CallerName, headersOf, strangers } from './callers.ts'
import { day, plans, type Situation, situations, timeCrunch } from './situation.ts'

/** Of the request or of the moment, not of the plan. */
const ofTheMoment = ['date', 'x-request-id', 'ratelimit-remaining', 'ratelimit-reset']

/** The library looks for news of its own accord, whoever asks for what. */
const onItsOwn = 'select "revision" from "movement_library" limit'

const observe = async (app: FastifyInstance, options: InjectOptions, ids: readonly string[]) => {
  const statements: string[] = []
  const note = ({ sql }: { sql: string }) => {
    if (!sql.startsWith(onItsOwn)) statements.push(sql)
  }
  app.database.knex.on('query', note)
  const response = await app.inject(options)
  app.database.knex.removeListener('query', note)
  const { requestId: _, ...body } = response.json()
  const headers = Object.entries(response.headers).filter(([name]) => !ofTheMoment.includes(name))
  const told = JSON.stringify({ status: response.statusCode, headers, body })
  return { statements, answer: ids.reduce((text, id) => text.replaceAll(id, '<id>'), told) }
}

/** The same ids in form and length, of nothing. */
const missing = (situation: Situation): Situation => ({
  ...situation,
  planId: randomUUID(),
  applicationId: randomUUID(),
  feedbackId: randomUUID(),
})

const idsOf = ({ planId, applicationId, feedbackId }: Situation) => [planId, applicationId, feedbackId]

const ofPlans = Object.entries(accessTable).filter(([, row]) => row.ofPlan)

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url: databaseUrl } = await testDatabase(t, kind)
    const app = await testApp(t, {
      config: { databaseUrl, consoleEnabled: false },
      // What the service asks on its own, every few seconds, would now and then be a statement more.
      activeUsers: { refreshMs: 3_600_000 },
    })
    const foreign = { ...(await situations(app).plan()), draftId: randomUUID() }

    const compare = async (
      t: Test,
      caller: CallerName,
      requestOf: (situation: Situation) => InjectOptions,
      expected = 404,
    ) => {
      const [there, nowhere] = await Promise.all(
        [foreign, missing(foreign)].map(async (situation) => {
          const options = requestOf(situation)
          const headers = { ...options.headers, ...headersOf[caller] }
          return [{ ...options, headers }, idsOf(situation)] as const
        }),
      )
      if (!there || !nowhere) return
      const one = await observe(app, ...there)
      const other = await observe(app, ...nowhere)
      t.equal(JSON.parse(one.answer).status, expected, one.answer)
      t.equal(one.answer, other.answer)
      t.ok(one.statements.length > 0, 'the database was asked')
      t.strictSame(one.statements, other.statements)
    }

    for (const [operationId, row] of ofPlans) {
      t.test(`404 for ${operationId}, foreign or missing`, async (t) => {
        for (const caller of strangers) await compare(t, caller, row.request)
      })
    }

    t.test('404 for requests that would be refused for another reason as well', async (t) => {
      const wrong: [string, (situation: Situation) => InjectOptions][] = [
        ['no If-Match', ({ planId }) => ({ method: 'DELETE', url: `${plans}/${planId}` })],
        [
          'a stale If-Match',
          ({ planId }) => ({ method: 'DELETE', url: `${plans}/${planId}`, headers: { 'if-match': '"7"' } }),
        ],
        [
          'a malformed If-Match',
          ({ planId }) => ({ method: 'DELETE', url: `${plans}/${planId}`, headers: { 'if-match': 'W/1' } }),
        ],
        [
          'an amendment that contradicts itself',
          ({ planId }) => ({
            method: 'PUT',
            url: `${plans}/${planId}/amendment`,
            headers: { 'if-match': '"1"' },
            payload: { coreSetFloor: 5, coreSetCap: 2 },
          }),
        ],
        ['an unknown session', ({ planId }) => ({ url: `${plans}/${planId}/sessions/none?date=${day}` })],
        ['an unknown week', ({ planId }) => ({ url: `${plans}/${planId}/weeks/9/balance` })],
        [
          'a stale version',
          ({ planId }) => ({
            method: 'POST',
            url: `${timeCrunch}/apply`,
            payload: { planId, planVersion: 7, sessionId: 'day-1', date: day, targetMinutes: 30 },
          }),
        ],
        [
          'a key to replay',
          ({ planId }) => ({
            method: 'POST',
            url: `${timeCrunch}/apply`,
            headers: { 'idempotency-key': 'key-1' },
            payload: { planId, planVersion: 1, sessionId: 'day-1', date: day, targetMinutes: 30 },
          }),
        ],
      ]
      for (const [what, requestOf] of wrong) {
        t.test(what, async (t) => {
          for (const caller of strangers) await compare(t, caller, requestOf)
        })
      }
    })

    t.test('404 for what is attached to a foreign plan, asked for through an own one', async (t) => {
      const own = await app.inject({
        method: 'POST',
        url: plans,
        headers: headersOf.athlete,
        payload: { name: 'Own plan', microcycles: [] },
      })
      await compare(t, 'athlete', ({ feedbackId }) => ({
        method: 'DELETE',
        url: `${plans}/${own.json().id}/feedback/${feedbackId}`,
      }))
      const seen = await app.inject({ url: `${plans}/${foreign.planId}/feedback`, headers: headersOf.owner })
      t.match(seen.json(), { items: [{ id: foreign.feedbackId }] }, 'and it is still there')
    })

    t.test('200 with nothing of anybody else in the lists, whatever cursor is sent', async (t) => {
      for (const name of ['First', 'Second', 'Third']) {
        const payload = { name, coachId: 'coach-1', microcycles: [] }
        await app.inject({ method: 'POST', url: plans, headers: headersOf.owner, payload })
      }
      const page = await app.inject({ url: `${plans}?limit=1`, headers: headersOf.owner })
      const { items, nextCursor } = page.json()
      t.equal(items.length, 1)
      const nothing = { items: [], nextCursor: null }
      const stranger = bearer('athlete-3', ['coach'])
      for (const query of [`cursor=${nextCursor}`, `coached=true&cursor=${nextCursor}`, 'coached=true', '']) {
        t.strictSame(
          (await app.inject({ url: `${plans}?${query}`, headers: stranger })).json(),
          nothing,
          query,
        )
      }
      const admins = await app.inject({ url: plans, headers: headersOf.admin })
      t.strictSame(admins.json(), nothing, "an admin's list is the admin's own")
    })
  })
}
