/** The database is restarted, crashes, and is killed while clients write: nothing that was acknowledged is lost. */
import t from 'tap'
import { connectionsLost } from '../idle-pool.ts'
import { noServerHere } from '../postgres-binaries.ts'
import { PostgresServer } from '../postgres-server.ts'
import { connectionsInUse, nothingLost } from './acknowledged.ts'
import { serve } from './served.ts'
import { startWriters } from './steady-writers.ts'

const writerCount = 6
const between = 40

t.test('restarted under load', { skip: noServerHere }, async (t) => {
  const server = await PostgresServer.create(t)
  const { process, call } = await serve(t, server.url())

  for (const how of ['fast', 'immediate', 'kill'] as const) {
    await t.test(`${how}: only 201 and 503, no acknowledged write lost, all well afterwards`, async (t) => {
      const writers = startWriters(call, writerCount, how)
      await writers.progress(between)
      await (how === 'kill' ? server.kill() : server.stop(how))
      await server.start()
      await writers.progress(between)
      await writers.end()
      t.same([...writers.statuses.keys()].sort(), [201, 503])
      await nothingLost(t, { server, call, writers, label: how })
      t.equal(await connectionsLost(() => connectionsInUse(call)), 0, 'no connection is lost to anybody')
      t.comment(`${writers.acknowledged.size} acknowledged, ${writers.unknown.size} refused`)
    })
  }
  t.equal(process.child.exitCode, null)
  t.equal(await process.end(), 0)
})
