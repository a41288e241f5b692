/** Serving the console: where it is, where it is not, how it is cached, and who gets a token from it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { demoUser } from '../../../demo-plans/demo-plans.ts'
import { testApp } from '../../helper.ts'

const folder = await mkdtemp(join(tmpdir(), 'planning-console-'))
t.teardown(() => rm(folder, { recursive: true, force: true }))
await mkdir(join(folder, 'assets'))
await writeFile(join(folder, 'index.html'), '<!doctype html><title>Console</title>')
await writeFile(join(folder, 'assets', 'index-abc123.js'), 'export {}')
await writeFile(join(folder, 'secret.txt'), 'not an asset')

t.test('200: the page, never cached unasked, with a policy that allows nothing inline', async (t) => {
  const app = await testApp(t, { consoleFolder: folder })
  const page = await app.inject({ url: '/console/' })
  t.equal(page.statusCode, 200)
  t.match(page.headers, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  const policy = String(page.headers['content-security-policy'])
  t.match(policy, /default-src 'none'.*connect-src 'self'.*script-src 'self'; style-src 'self'/)
  t.notMatch(policy, /unsafe|data:|\*|https?:/)
  const bare = await app.inject({ url: '/console' })
  t.match(bare, { statusCode: 302, headers: { location: '/console/' } })
})

t.test('200: assets for good; 404: everything else there is on the disk', async (t) => {
  const app = await testApp(t, { consoleFolder: folder })
  const asset = await app.inject({ url: '/console/assets/index-abc123.js' })
  t.match(asset, { statusCode: 200, headers: { 'cache-control': 'public, max-age=31536000, immutable' } })
  t.match(asset.headers['content-type'], 'javascript')
  for (const path of [
    'assets/index-other.js',
    'assets/..%2Fsecret.txt',
    'assets/%2e%2e%2fsecret.txt',
    'secret.txt',
    'assets/',
  ]) {
    const { statusCode, body } = await app.inject({ url: `/console/${path}` })
    t.equal(statusCode, 404, path)
    t.notMatch(body, 'not an asset')
  }
})

t.test('503: not built, said with the command that builds it', async (t) => {
  const app = await testApp(t, { consoleFolder: join(folder, 'nowhere') })
  const { statusCode, body } = await app.inject({ url: '/console/' })
  t.equal(statusCode, 503)
  t.match(body, 'npm run build:console')
})

t.test('404: switched off by its setting, as if it had never been', async (t) => {
  const app = await testApp(t, { consoleFolder: folder, config: { consoleEnabled: false } })
  for (const url of ['/console', '/console/', '/console/assets/index-abc123.js', '/console/sign-in']) {
    const { statusCode, body } = await app.inject({ url })
    t.equal(statusCode, 404, url)
    t.match(body, '"error":"not_found"')
  }
})

t.test('404: the feature is off for everybody', async (t) => {
  const app = await testApp(t, { consoleFolder: folder, config: { timeCrunchKillSwitch: true } })
  for (const url of ['/console/', '/console/assets/index-abc123.js', '/console/sign-in']) {
    const { statusCode, body } = await app.inject({ url })
    t.equal(statusCode, 404, url)
    t.match(body, 'feature_not_available')
  }
})

t.test('200: development gives a token that works; 404 and 400 to whoever is not on the list', async (t) => {
  const app = await testApp(t, { consoleFolder: folder })
  const { people } = (await app.inject({ url: '/console/sign-in' })).json()
  t.match(people, [
    { id: demoUser, roles: ['athlete'] },
    { id: 'demo-coach', roles: ['coach'] },
  ])
  const given = await app.inject({ method: 'POST', url: '/console/sign-in', payload: { id: 'demo-coach' } })
  t.match(given, { statusCode: 200, headers: { 'cache-control': 'no-store' } })
  const authorization = `Bearer ${given.json().token}`
  t.equal(
    (await app.inject({ url: '/api/v1/plans?coached=true', headers: { authorization } })).statusCode,
    200,
  )
  const send = async (payload: object) =>
    (await app.inject({ method: 'POST', url: '/console/sign-in', payload })).statusCode
  t.equal(await send({ id: 'admin-1' }), 404)
  t.equal(await send({ id: 'demo-coach', roles: ['admin'] }), 400)
  t.equal(await send({}), 400)
})

const closed = [
  ['production', { appEnv: 'production' }],
  ['a development server that others reach', { host: '0.0.0.0' }],
] as const

for (const [where, config] of closed) {
  t.test(`404: ${where} gives nobody a token, though it may show the console`, async (t) => {
    const app = await testApp(t, { consoleFolder: folder, config: { ...config, consoleEnabled: true } })
    t.equal((await app.inject({ url: '/console/' })).statusCode, 200)
    t.strictSame((await app.inject({ url: '/console/sign-in' })).json(), { people: [] })
    const asked = await app.inject({ method: 'POST', url: '/console/sign-in', payload: { id: demoUser } })
    t.ok([404, 405].includes(asked.statusCode), String(asked.statusCode))
    t.notMatch(asked.body, 'token"')
  })
}
