/** One movement over HTTP. */
import t from 'tap'
import { movement } from '../../domain/movements/build-movement.ts'
import { bearer } from '../../helper.ts'
import { movementClient } from './movement-client.ts'

const { app, get } = await movementClient(t)
const inTransaction = app.database.knex.transaction.bind(app.database.knex)

t.test('200: whole, with its version, which is the ETag', async (t) => {
  const { status, body, headers } = await get('/barbell-hip-thrust')
  t.equal(status, 200)
  t.strictSame(body, {
    slug: 'barbell-hip-thrust',
    name: 'Barbell hip thrust',
    pattern: 'hinge',
    mechanic: 'compound',
    primaryMuscles: ['glutes'],
    secondaryMuscles: ['hamstrings', 'quadriceps'],
    equipment: 'barbell',
    level: 'intermediate',
    setupSeconds: 150,
    coreLift: false,
    aliases: ['hip thrust', 'hip thrusts'],
    tags: [],
    version: 1,
  })
  t.equal(headers.etag, '"1"')
})

t.test('200: what curators publish is there at once, a version later', async (t) => {
  const one = movement({ slug: 'pec-deck', name: 'Pec deck fly' })
  await inTransaction((transaction) => app.movementStore.publish(transaction, one))
  t.match(await get('/pec-deck'), { status: 200, body: { name: 'Pec deck fly', version: 2 } })
})

t.test('404 movement_not_found: unknown, archived, or no slug at all', async (t) => {
  await inTransaction((transaction) => app.movementStore.archive(transaction, 'tate-press'))
  for (const slug of ['tate-press', 'no-such-lift', 'Bench%20press', '%00', "'", 'a'.repeat(1_500)]) {
    t.match(await get(`/${slug}`), { status: 404, body: { error: 'movement_not_found' } }, slug)
  }
})

t.test('401 without a token', async (t) => {
  t.match(await get('/bench-press', {}), { status: 401, body: { error: 'unauthorized' } })
})

t.test('405 for anything but reading', async (t) => {
  const { statusCode, headers } = await app.inject({
    method: 'DELETE',
    url: '/api/v1/movements/bench-press',
    headers: bearer('athlete-1'),
  })
  t.equal(statusCode, 405)
  t.match(headers.allow, /GET/)
})
