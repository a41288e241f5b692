/** The network is cut in the middle of a write: it is wholly there or wholly not, and done once when it is asked again. */
import t, { type Test } from 'tap'
import { postgresAnswers, testDatabase } from '../../database.ts'
import { movementDraft } from '../../domain/curation/build-draft.ts'
import { applicationClient, day } from '../../routes/time-crunch/application-client.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { connectionsLost } from '../idle-pool.ts'
import { type CutMoment, TcpProxy } from '../tcp-proxy.ts'

const as = 'athlete-1'
const curator = { as: 'curator-1', roles: ['curator'] }
const drafts = '/api/internal/curation/movements'
const down = { status: 503, body: { error: 'not_ready', detail: 'The database does not answer; try again' } }

const skip = !(await postgresAnswers()) && 'no PostgreSQL server answers here'

t.test('cut in the middle', { skip }, async (t) => {
  const { url } = await testDatabase(t, 'postgres')
  const direct = new URL(url)
  const proxy = await TcpProxy.open(t, Number(direct.port || '5432'))
  direct.port = String(proxy.port)
  direct.hostname = '127.0.0.1'
  const { app, apply, call, history, importPlan } = await applicationClient(t, {
    config: { databaseUrl: direct.href },
  })
  const { knex } = app.database
  const count = async (table: string, where: object): Promise<number> =>
    Number((await knex(table).where(where).count('* as count'))[0]?.count)
  const setFree = async (t: Test): Promise<void> => {
    t.equal(await connectionsLost(() => app.database.pool().used), 0, "the connection is nobody's any more")
  }

  const imports: [text: string, moment: CutMoment, isThere: 0 | 1][] = [
    ['BEGIN', 'before', 0],
    ['BEGIN', 'after', 0],
    ['into idempotency_keys', 'after', 0],
    ['insert into "plans"', 'before', 0],
    ['insert into "plans"', 'after', 0],
    ['update "idempotency_keys"', 'after', 0],
    ['COMMIT', 'before', 0],
    ['COMMIT', 'after', 1],
  ]
  for (const [index, [text, moment, isThere]] of imports.entries()) {
    await t.test(`an import, ${moment} ${text}: 503, then 201 with the same key, one plan`, async (t) => {
      const name = `Import ${index}`
      const headers = { 'idempotency-key': `import-${index}` }
      const send = () => call('POST', '/api/v1/plans', { as, payload: { ...smallPlan(), name }, headers })
      const cut = proxy.cutAt(text, moment)
      t.match(await send(), down)
      await cut
      await setFree(t)
      t.equal(await count('plans', { name }), isThere, isThere ? 'it was stored' : 'nothing was stored')
      t.equal(await count('idempotency_keys', { key: headers['idempotency-key'] }), isThere)
      const again = await send()
      t.match(again, { status: 201, body: { name, version: 1 } })
      t.equal('idempotency-replayed' in again.headers, isThere === 1)
      t.equal(again.headers.etag, '"1"')
      t.equal(again.headers.location, `/api/v1/plans/${again.body.id}`)
      t.same((await call('GET', `/api/v1/plans/${again.body.id}`, { as })).body, again.body)
      t.same((await send()).body, again.body, 'and once more')
      t.equal(await count('plans', { name }), 1)
    })
  }

  const planId = await importPlan(smallPlan())
  const applications: typeof imports = [
    ['into "time_crunch_applications"', 'before', 0],
    ['into "time_crunch_applications"', 'after', 0],
    ['COMMIT', 'before', 0],
    ['COMMIT', 'after', 1],
  ]
  for (const [index, [text, moment, isThere]] of applications.entries()) {
    await t.test(`an application, ${moment} ${text}: 503, then 201, one of them current`, async (t) => {
      // Each replaces the one before: the end of that one and the new one come together, or not at all.
      const targetMinutes = 20 + index
      const headers = { 'idempotency-key': `application-${index}` }
      const cut = proxy.cutAt(text, moment)
      t.match(await apply({ planId, targetMinutes }, as, headers), down)
      await cut
      await setFree(t)
      const current = { plan_id: planId, ended_at: null }
      t.equal(await count('time_crunch_applications', { ...current, target_minutes: targetMinutes }), isThere)
      t.equal(await count('time_crunch_applications', current), index === 0 && isThere === 0 ? 0 : 1)
      const again = await apply({ planId, targetMinutes }, as, headers)
      t.match(again, { status: 201, body: { planId, targetMinutes, date: day } })
      t.equal('idempotency-replayed' in again.headers, isThere === 1)
      const { items } = (await history({ planId })).body
      t.equal(items.length, index + 1)
      t.match(items[0], { id: again.body.id, state: 'current' })
    })
  }

  for (const moment of ['before', 'after'] as const) {
    await t.test(
      `an amendment, ${moment} its update: 503; it and both versions rise together, or not`,
      async (t) => {
        const id = await importPlan(smallPlan())
        const path = `/api/v1/plans/${id}`
        const amend = () =>
          call('PUT', `${path}/amendment`, {
            as,
            payload: { coreSetFloor: 3 },
            headers: { 'if-match': '"1"' },
          })
        const cut = proxy.cutAt('update "plans"', moment)
        t.match(await amend(), down)
        await cut
        await setFree(t)
        const version = moment === 'after' ? 2 : 1
        t.match((await call('GET', path, { as })).body, { version })
        t.match((await call('GET', `${path}/amendment`, { as })).body, {
          version,
          amendment: { coreSetFloor: version === 2 ? 3 : 2 },
        })
        t.equal((await amend()).status, version === 2 ? 409 : 200, 'If-Match tells whether it was done')
        t.match((await call('GET', path, { as })).body, { version: 2 })
      },
    )
  }

  const draftCuts: typeof imports = [
    ['into "movement_draft_audit"', 'before', 0],
    ['into "movement_draft_audit"', 'after', 0],
    ['COMMIT', 'after', 1],
  ]
  for (const [index, [text, moment, isThere]] of draftCuts.entries()) {
    await t.test(
      `a draft, ${moment} ${text}: 503; its names and its audit are there with it, or not`,
      async (t) => {
        const payload = movementDraft({ slug: `cut-${index}`, name: `Cut ${index}`, aliases: [] })
        const cut = proxy.cutAt(text, moment)
        t.match(await call('POST', drafts, { ...curator, payload }), down)
        await cut
        await setFree(t)
        const slug = `cut-${index}`
        t.equal(await count('movement_drafts', { slug }), isThere)
        t.equal((await count('movement_draft_names', { slug })) > 0, isThere === 1)
        const audits = knex('movement_draft_audit').whereIn(
          'draft_id',
          knex('movement_drafts').where({ slug }).select('id'),
        )
        t.match(await audits, isThere ? [{ version: 1, action: 'create', actor_id: 'curator-1' }] : [])
        t.equal((await call('POST', drafts, { ...curator, payload })).status, isThere ? 409 : 201)
      },
    )
  }
})
