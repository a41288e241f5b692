/** What the import command says and how it ends when not all is well. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { testDatabase } from '../../database.ts'
import { countDrafts, dataset, importWith, prepared, root } from './import-command.ts'

t.test('exit codes: 1 the database, 2 usage, 3 the file, 4 unusable entries', async (t) => {
  const { url } = await testDatabase(t)
  t.match(await importWith(url, dataset), { code: 1, stderr: /npm run migrate/, stdout: '' })
  await prepared(t, url)
  t.match(await importWith(url), { code: 2, stderr: /FILE: found nothing/, stdout: '' })
  t.match(await importWith(url, join(root, 'none.json')), { code: 3, stderr: /no such file/, stdout: '' })

  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'some.json')
  const entry = { id: 'A', name: 'Alpha', primaryMuscles: ['chest'], secondaryMuscles: [] }
  const odd = { ...entry, id: 'B', name: 'Beta', primaryMuscles: ['legs'] }
  await writeFile(file, JSON.stringify([entry, odd, { id: 'C' }]))
  const partly = await importWith(url, file)
  t.equal(partly.code, 4, partly.stderr)
  t.match(partly.stdout, /3 entries: 1 became drafts, 2 skipped.*could not be used.*"legs".*name must be/s)
  t.match(await countDrafts(t, url), { drafts: 1 })
})

t.test('a database that does not answer: exit code 1, and no password', async (t) => {
  const nobody = await importWith('postgres://postgres:hush@127.0.0.1:1/none', dataset)
  t.match(nobody, { code: 1, stderr: /does not answer/ })
  t.notMatch(nobody.stderr, /hush/)
})
