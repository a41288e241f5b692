/** The library in memory: what it holds at start, and how it hears of what other instances publish. */
import { setTimeout } from 'node:timers/promises'
import fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'
import database from '../../plugins/database/index.ts'
import errors from '../../plugins/errors/index.ts'
import health from '../../plugins/health.ts'
import metrics from '../../plugins/metrics/index.ts'
import movementLibrary from '../../plugins/movement-library.ts'
import stores from '../../plugins/stores.ts'
import { testDatabaseUrl } from '../database.ts'
import { movement } from '../domain/movements/build-movement.ts'

const build = async (
  t: Test,
  url: string,
  options: { migrate?: boolean; seed?: boolean; refreshMs?: number } = {},
): Promise<FastifyInstance> => {
  const { migrate = true, seed = true, refreshMs = 3_600_000 } = options
  const app = fastify({ pluginTimeout: 60_000 })
  await app.register(errors)
  await app.register(metrics, { host: '127.0.0.1' })
  await app.register(health)
  await app.register(database, { url, poolMax: 2, statementTimeoutMs: 5_000, migrate })
  await app.register(stores)
  await app.register(movementLibrary, { seed, refreshMs })
  t.teardown(() => app.close())
  await app.ready()
  return app
}

const publish = (app: FastifyInstance, name: string): Promise<unknown> =>
  app.database.knex.transaction((transaction) =>
    app.movementStore.publish(transaction, movement({ slug: name.toLowerCase(), name })),
  )

/** What the look shows as soon as it shows something, within five seconds. */
const soon = async <T>(look: () => Promise<T>): Promise<T> => {
  const until = Date.now() + 5_000
  for (;;) {
    const seen = await look()
    if (seen || Date.now() > until) return seen
    await setTimeout(20)
  }
}

t.test('seeded at start, and read: by name, the same list until it changes', async (t) => {
  const { movementLibrary: library } = await build(t, await testDatabaseUrl(t))
  t.equal(library.all().length, movementsOfRelease.length)
  t.equal(library.all(), library.all())
  t.match(library.bySlug('bench-press'), { name: 'Bench press' })
  t.match(library.byName('BENCH'), { slug: 'bench-press' })
  const names = library.all().map(({ name }) => name)
  t.ok(names.indexOf('Air bike') < names.indexOf('Zottman curl'))
})

t.test('where the release is not to be brought in, the library is what is there', async (t) => {
  const { movementLibrary: library } = await build(t, await testDatabaseUrl(t), { seed: false })
  t.same(library.all(), [])
})

t.test('a publication of another instance is there after a refresh, with a higher revision', async (t) => {
  const url = await testDatabaseUrl(t)
  const [one, other] = [await build(t, url), await build(t, url)]
  const before = one.movementLibrary.revision()
  await publish(other, 'Anvil')
  t.equal(one.movementLibrary.bySlug('anvil'), undefined)
  await one.movementLibrary.refresh()
  t.match(one.movementLibrary.byName('anvil'), { slug: 'anvil' })
  t.ok(one.movementLibrary.revision() > before)
})

t.test('refreshes asked for together each see what was committed before them', async (t) => {
  const app = await build(t, await testDatabaseUrl(t))
  const { movementLibrary: library } = app
  const first = library.refresh()
  await publish(app, 'Hammer')
  await Promise.all([first, library.refresh(), library.refresh()])
  t.ok(library.bySlug('hammer'))
})

t.test('by itself, every refreshMs', async (t) => {
  const url = await testDatabaseUrl(t)
  const [one, other] = [await build(t, url, { refreshMs: 20 }), await build(t, url)]
  await publish(other, 'Yoke')
  t.ok(await soon(async () => one.movementLibrary.bySlug('yoke')))
})

t.test('without a schema it starts, is not ready, and is once there is one', async (t) => {
  const url = await testDatabaseUrl(t)
  const app = await build(t, url, { migrate: false, seed: false })
  t.match((await app.inject('/health/ready')).json(), { checks: { movements: { ok: false } } })
  await t.rejects(app.movementLibrary.refresh())
  await build(t, url)
  await app.movementLibrary.refresh()
  t.equal(app.movementLibrary.all().length, movementsOfRelease.length)
  // Checks are kept for a moment.
  t.ok(await soon(async () => (await app.inject('/health/ready')).json().checks.movements.ok))
})
