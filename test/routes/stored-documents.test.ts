/** Whatever the service accepts and answers can be read back: movements, plans, sessions at every target, kept answers. */
import t from 'tap'
import { demoPlans } from '../../demo-plans/demo-plans.ts'
import { linkByName } from '../../domain/movements/link-by-name.ts'
import { indexMovements } from '../../domain/movements/movement-index.ts'
import { isNormalPlan } from '../../domain/plan/is-normal.ts'
import { normalisePlan } from '../../domain/plan/normalise.ts'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'
import { storedDocuments } from '../../routes/stored-documents.ts'
import { applicationClient } from './time-crunch/application-client.ts'

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

t.test('every movement of the release', async (t) => {
  const unread = movementsOfRelease.filter((movement) => !storedDocuments.movement(stored(movement)))
  t.same(unread, [])
})

t.test('the plans of the demo, and their amendments', async (t) => {
  const library = indexMovements(movementsOfRelease)
  for (const { amendment = {}, ...document } of demoPlans.map((demo) => demo.document)) {
    const checked = normalisePlan(linkByName(document, library), (slug) => library.bySlug(slug))
    t.ok(checked.ok && storedDocuments.plan(stored(checked.value)), document.name)
    t.ok(storedDocuments.amendment(stored(amendment)))
  }
})

t.test('every movement in every role, as a plan takes it from the library', async (t) => {
  const library = indexMovements(movementsOfRelease)
  const roles = [undefined, 'core', 'accessory', 'warmup', 'cooldown', 'conditioning'] as const
  for (const role of roles) {
    const exercises = movementsOfRelease.map(({ slug, name }) => ({
      name,
      movement: slug,
      ...(role && { role }),
      sets: 2,
      seconds: 30,
    }))
    const microcycles = [{ weekNumber: 1, sessions: [{ name: 'All', dayOfWeek: 1, exercises }] }]
    const checked = normalisePlan({ name: 'All', microcycles }, (slug) => library.bySlug(slug))
    t.ok(checked.ok && isNormalPlan(checked.value), role ?? 'as the library says')
  }
})

t.test(
  '201 and 200: what was applied at any target, with and without equipment, is read and listed',
  async (t) => {
    const { app, apply, call, history, importPlan, metric } = await applicationClient(t)
    for (const { document } of demoPlans) {
      const { amendment: _, ...plan } = document
      const planId = await importPlan(plan)
      const { body: read } = await call('GET', `/api/v1/plans/${planId}`, { as: 'athlete-1' })
      const sessionIds: string[] = read.microcycles[0].sessions.map(({ id }: { id: string }) => id)
      for (const [index, targetMinutes] of [15, 20, 30, 45, 60, 90, 180].entries()) {
        for (const sessionId of sessionIds) {
          const asked = { planId, sessionId, targetMinutes, date: `2026-03-0${index + 1}` }
          const swapped = {
            ...asked,
            date: `2026-04-0${index + 1}`,
            unavailableEquipment: ['barbell', 'cable'],
          }
          for (const payload of [asked, swapped]) {
            const headers = {
              'idempotency-key': `${planId} ${sessionId} ${payload.date}`.replaceAll(' ', '-'),
            }
            const first = await apply(payload, 'athlete-1', headers)
            if (first.status === 422) continue
            t.equal(first.status, 201, JSON.stringify(first.body).slice(0, 300))
            t.same((await apply(payload, 'athlete-1', headers)).body, first.body)
          }
        }
      }
      let [listed, cursor] = [0, '']
      do {
        const { body } = await history({ planId, limit: 100, ...(cursor && { cursor }) })
        listed += body.items.length
        cursor = body.nextCursor
      } while (cursor)
      const [row] = await app.database.knex('time_crunch_applications').where({ plan_id: planId }).count()
      t.equal(listed, Number(row!.count))
    }
    t.equal(await metric('planning_engine_unreadable_rows_total', '{table="time_crunch_applications"}'), 0)
  },
)
