/** The pages for people: their links lead somewhere, their commands exist, and the README's example is a real answer. */
import { readdir, readFile, stat } from 'node:fs/promises'
import t from 'tap'
import { demoUser } from '../../demo-plans/demo-plans.ts'
import { seedDemoPlans } from '../../demo-plans/seed-demo-plans.ts'
import { bearer, testApp } from '../helper.ts'
import { differences, examplesIn } from './differences.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8')

const docs = (await readdir(new URL('docs/', root))).filter((name) => name.endsWith('.md'))
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...docs.map((name) => `docs/${name}`)]

/** As the usual renderers make them: "Who may do what" → "who-may-do-what". */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )

for (const page of pages) {
  t.test(`${page}: links and commands`, async (t) => {
    const text = await read(page)
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue
      const [path = '', anchor] = target.split('#')
      const file = new URL(path || page.split('/').at(-1) || '', new URL(page, root))
      t.ok(await stat(file).catch(() => false), `${target} exists`)
      if (anchor) t.ok(anchorsOf(await readFile(file, 'utf8')).includes(anchor), `${target} is a heading`)
    }
    const { scripts } = JSON.parse(await read('package.json'))
    for (const [, name = ''] of text.matchAll(/npm run ([\w:]+)/g)) t.ok(scripts[name], `npm run ${name}`)
  })
}

t.test('the README has the two commands word for word', async (t) => {
  const readme = await read('README.md')
  t.match(readme, '\nnpm ci && npm run demo\n')
  t.match(readme, '\nnpm ci && npm test\n')
})

t.test('differences are found', async (t) => {
  t.strictSame(differences({ a: [2, { b: 1 }] }, { a: [1, 2, { b: 1, c: 2 }], d: 1 }), [])
  t.strictSame(differences({ a: [2, 1] }, { a: [1, 2] }), ['/a/1'])
  t.strictSame(differences({ a: 1, b: null }, { a: 2 }), ['/a', '/b'])
})

t.test('200: the README’s answer is the service’s', async (t) => {
  const [request, answer] = examplesIn(await read('README.md'))
  const app = await testApp(t)
  await seedDemoPlans(app)
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/time-crunch/preview',
    headers: bearer(demoUser),
    payload: request,
  })
  t.equal(response.statusCode, 200)
  t.strictSame(differences(answer, response.json()), [])
})
