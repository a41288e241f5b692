/** What the import understands on its command line, and which files it takes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { readOptions } from '../../../scripts/import-movements/options.ts'
import { readImportFile } from '../../../scripts/import-movements/read-file.ts'

t.test('options', async (t) => {
  const defaults = { file: 'a.json', dryRun: false, author: 'movements-import', json: false }
  t.same(readOptions(['a.json']), defaults)
  t.same(readOptions(['--dry-run', 'a.json', '--json', '--author', 'curator-1']), {
    file: 'a.json',
    dryRun: true,
    author: 'curator-1',
    json: true,
  })
  t.equal(readOptions(['--help']), undefined)
  const rows: [words: string[], message: RegExp][] = [
    [[], /FILE: found nothing.*Usage/s],
    [['a', 'b'], /FILE: found 2/],
    [['a', '--nope'], /--nope.*Usage/s],
    [['a', '--author'], /--author/],
    [['a', '--author', ''], /--author: expected 1 to 256/],
    [['a', '--author', 'x\n'], /control/],
  ]
  for (const [words, message] of rows)
    t.throws(() => readOptions(words), { exitCode: 2, message }, `${words}`)
})

t.test('files', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'file.json')
  const entry = { id: 'A', name: 'Alpha', primaryMuscles: ['chest'], secondaryMuscles: [] }
  const rows: [content: string, message: RegExp][] = [
    ['', /file\.json: is not valid JSON/],
    ['[{"name": ', /is not valid JSON/],
    ['{"exercises": []}', /must be a JSON array/],
    ['null', /must be a JSON array/],
    ['[]', /empty array/],
    ['[{"title": "Squat"}, 7]', /no entry is an exercise.*id must be.*primaryMuscles must be/],
  ]
  for (const [content, message] of rows) {
    await writeFile(file, content)
    await t.rejects(readImportFile(file), { exitCode: 3, message }, content)
  }
  await t.rejects(readImportFile(join(folder, 'none.json')), {
    exitCode: 3,
    message: /there is no such file/,
  })
  await t.rejects(readImportFile(folder), { exitCode: 3, message: /is a folder/ })
  await writeFile(file, `\uFEFF${JSON.stringify([entry, 7])}`)
  t.same(await readImportFile(file), [entry, 7], 'single entries are judged later')
})
