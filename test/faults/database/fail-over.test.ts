/** The primary dies and its standby takes over behind the same address: nothing acknowledged is lost, nobody restarts. */
import t from 'tap'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { connectionsLost } from '../idle-pool.ts'
import { noServerHere } from '../postgres-binaries.ts'
import { PostgresServer } from '../postgres-server.ts'
import { followWith, primarySettings } from '../postgres-standby.ts'
import { TcpProxy } from '../tcp-proxy.ts'
import { connectionsInUse, nothingLost } from './acknowledged.ts'
import { clear503, plans, serve } from './served.ts'
import { startWriters } from './steady-writers.ts'

const writerCount = 4
const between = 30

t.test('fail-over', { skip: noServerHere }, async (t) => {
  const primary = await PostgresServer.create(t, primarySettings)
  const standby = await followWith(t, primary)
  const proxy = await TcpProxy.open(t, primary.port)
  const { process, call } = await serve(t, primary.url(proxy.port))

  await t.test(
    'led to the standby by mistake: 200 for reading, 503 for writing; led back: 201',
    async (t) => {
      const create = () => call('POST', plans, { payload: smallPlan() })
      const { status, body } = await create()
      t.equal(status, 201)
      proxy.target = standby.port
      proxy.cut()
      clear503(t, await create(), 'not_ready', 'a write to a server that takes none')
      t.match(await create(), { body: { detail: /takes no changes .* nothing was written/ } })
      t.same((await call('GET', `${plans}/${body.id}`)).body, body, 'the standby has what was acknowledged')
      // Its connections stay open, as those of a name that leads elsewhere by now do: they must not be used for ever.
      proxy.target = primary.port
      await create()
      t.equal((await create()).status, 201)
    },
  )

  await t.test('the primary dies under load: every acknowledged write is with its successor', async (t) => {
    const writers = startWriters(call, writerCount, 'over')
    await writers.progress(between)
    await primary.kill()
    proxy.target = standby.port
    proxy.cut()
    await standby.ask('select pg_promote()')
    await writers.progress(between)
    await writers.end()
    t.same([...writers.statuses.keys()].sort(), [201, 503])
    await nothingLost(t, { server: standby, call, writers, label: 'over' })
    t.equal(await connectionsLost(() => connectionsInUse(call)), 0)
    t.equal((await call('GET', '/health/ready')).status, 200)
    t.comment(`${writers.acknowledged.size} acknowledged, ${writers.unknown.size} refused`)
  })

  t.equal(process.child.exitCode, null, 'the same process, all the time')
  t.equal(await process.end(), 0)
})
