/** The log repeated query strings: what somebody searched for, and a token that a client had put there by mistake. */
import t from 'tap'
import { testDatabaseUrl } from '../database.ts'
import { testSecret } from '../helper.ts'
import { startService } from '../service-process.ts'

t.test('the log has the path of a request, and nothing of its query', async (t) => {
  const service = await startService(t, {
    DATABASE_URL: await testDatabaseUrl(t),
    JWT_SECRET: testSecret,
    SEED_DEMO: 'false',
  })
  t.ok(await service.answers())
  for (const path of ['/api/v1/movements', '/nowhere', '/api/v1/time-crunch/nowhere', '/health/live']) {
    await (await fetch(`${service.url}${path}?search=sore-shoulder&access_token=eyJhbGciOi`)).text()
  }
  t.equal(await service.end(), 0)
  const output = service.output()
  t.match(output, '"method":"GET","url":"/api/v1/movements","host":"127.0.0.1:')
  t.notMatch(output, /sore-shoulder|eyJhbGciOi|\?search/)
})
