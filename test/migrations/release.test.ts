/** From the release that had plans alone to this one, back, and forth again, with data in every table. */
import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import t from 'tap'
import { migrations } from '../../migrations/index.ts'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'
import { migrateToLatest, pendingMigrations, rollBackLastBatch } from '../../plugins/database/migrate.ts'
import { createApplicationStore } from '../../store/application-store.ts'
import { importBatch } from '../../store/curation-import.ts'
import { createFeedbackStore } from '../../store/feedback-store.ts'
import { createIdempotencyStore } from '../../store/idempotency-store.ts'
import { seedMovements } from '../../store/movement-seed.ts'
import { createPlanStore } from '../../store/plan-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { rpe } from '../domain/adaptation/build-adaptation.ts'
import { movementDraft } from '../domain/curation/build-draft.ts'
import { openDatabase } from '../plugins/database/open-database.ts'
import { application, storedPlan } from '../store/application-rows.ts'

const before = migrations.slice(0, 2)
const added = migrations.slice(2).map(({ name }) => name)

/** The schema as the release before left it, and its record of that. */
const migrateToReleaseBefore = (knex: Knex) =>
  knex.migrate.latest({
    tableName: 'schema_migrations',
    migrationSource: {
      getMigrations: async () => [...before],
      getMigrationName: ({ name }) => name,
      getMigration: async (migration) => migration,
    } satisfies Knex.MigrationSource<(typeof before)[number]>,
  })

/** A row at least in every table that this release adds. */
const fill = async (knex: Knex, planId: string): Promise<void> => {
  const report = { planId, planVersion: 1, report: rpe(1, 0), reportedBy: 'athlete-1' }
  await seedMovements(knex, movementsOfRelease)
  await importBatch(knex, randomUUID, [{ draft: movementDraft(), source: 'test:1' }], 'curator-1')
  await createIdempotencyStore(knex).once(
    { userId: 'athlete-1', key: 'key', digest: 'digest' },
    async (transaction) => ({
      status: 201,
      body: await createApplicationStore(knex, randomUUID).apply(transaction, application(planId)),
    }),
  )
  await createFeedbackStore(knex, randomUUID).record(report)
}

const counts = async (knex: Knex): Promise<Record<string, number>> => {
  const names: string[] = await knex('pg_tables')
    .where({ schemaname: 'public' })
    .orderBy('tablename')
    .pluck('tablename')
  const own = names.filter((name) => !name.startsWith('schema_migrations'))
  const rows = await Promise.all(own.map(async (name) => [name, (await knex(name)).length] as const))
  return Object.fromEntries(rows)
}

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url)).database
    await migrateToReleaseBefore(knex)
    const { id } = await storedPlan(knex)
    await knex('active_users').insert({ user_digest: 'digest', last_seen_at: knex.fn.now() })
    const released = await counts(knex)
    const plans = createPlanStore(knex, randomUUID)
    const plan = await plans.findVisiblePlan(id, { id: 'athlete-1', roles: [] })
    t.ok(plan)

    t.same(await migrateToLatest(knex), added)
    await fill(knex, id)
    const filled = await counts(knex)
    t.same(Object.keys(filled), [
      'active_users',
      'feedback',
      'idempotency_keys',
      'movement_draft_audit',
      'movement_draft_names',
      'movement_drafts',
      'movement_library',
      'movement_terms',
      'movements',
      'plans',
      'time_crunch_applications',
    ])
    t.ok(
      Object.values(filled).every((count) => count > 0),
      JSON.stringify(filled),
    )

    t.same(await rollBackLastBatch(knex), [...added].reverse(), 'the newest first')
    t.same(await counts(knex), released, 'what the release before had, and nothing else')
    t.same(await plans.findVisiblePlan(id, { id: 'athlete-1', roles: [] }), plan)
    t.same(await pendingMigrations(knex), added)

    t.same(await migrateToLatest(knex), added)
    await fill(knex, id)
    t.same(await counts(knex), filled, 'as good as new')
  })
}
