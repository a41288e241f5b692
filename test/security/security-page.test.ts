/** docs/security.md speaks of every threat of the list, and names tests that are there; every test here is on it. */
import { access, readdir, readFile } from 'node:fs/promises'
import t from 'tap'

const root = new URL('../../', import.meta.url)
const page = await readFile(new URL('docs/security.md', root), 'utf8')
const named = [...page.matchAll(/`((?:test|scripts)\/[\w./-]+\.ts)`/g)].map(([, file = '']) => file)

const exists = (file: string): Promise<boolean> =>
  access(new URL(file, root)).then(
    () => true,
    () => false,
  )

t.test('each of the ten, in order, with a test', async (t) => {
  const sections = page.split(/^## /m).filter((section) => section.startsWith('API'))
  t.strictSame(
    sections.map((section) => /^API\d+/.exec(section)?.[0]),
    Array.from({ length: 10 }, (_, index) => `API${index + 1}`),
  )
  for (const section of sections) t.match(section, /^- `test\/[^`]+\.test\.ts`/m)
})

t.test('every file that is named is there', async (t) => {
  t.ok(named.length > 20)
  for (const file of named) t.ok(await exists(file), file)
  t.notOk(await exists('test/security/nothing.test.ts'))
})

t.test('every test of test/security is on the page', async (t) => {
  const files = await readdir(new URL('test/security/', root), { recursive: true })
  const tests = files.filter((file) => file.endsWith('.test.ts') && file !== 'security-page.test.ts')
  t.ok(tests.length > 5)
  for (const file of tests) t.ok(named.includes(`test/security/${file}`), file)
})
