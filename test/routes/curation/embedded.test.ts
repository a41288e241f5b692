/** From draft to library and out again on the embedded database, whose one connection everything has to share. */
import t from 'tap'
import { testDatabase } from '../../database.ts'
import { curationClient, document, ifMatch } from './curation-client.ts'

t.test('200 all the way; of two publications at once one is 409 version_conflict', async (t) => {
  const { url } = await testDatabase(t, 'pglite')
  const { app, call, approved, move } = await curationClient(t, url)
  const { id, version, slug } = await approved(document('Anvil Press', { aliases: ['Smithy Press'] }))
  const answers = await Promise.all(
    ['curator-2', 'curator-3'].map((as) => move(id, 'publish', as, undefined, ifMatch(`"${version}"`))),
  )
  t.same(answers.map(({ status }) => status).sort(), [200, 409])
  t.match(answers.find(({ status }) => status === 409)?.body, { error: 'version_conflict' })
  t.equal(app.movementLibrary.byName('smithy press')?.slug, slug)
  t.equal((await call('GET', '/library?search=smithy')).body.items.length, 1)
  t.equal((await call('GET', '/movements?tag=odd-object&search=anvil')).body.items.length, 1)
  t.equal((await move(id, 'archive')).status, 200)
  t.equal(app.movementLibrary.bySlug(slug), undefined)
  t.equal((await call('GET', `/movements/${id}/audit`)).body.items.length, 5)
})
