/** A second server that follows the first one, write by write, and can take its place. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { freePort } from '../service-process.ts'
import { runProgram } from './postgres-binaries.ts'
import { ownedFolder, PostgresServer } from './postgres-server.ts'

const standbyName = 'standby'

/** For the first server: what it acknowledges, the standby has on its disk as well. */
export const primarySettings = { wal_level: 'replica', max_wal_senders: '4' }

/** A copy of the running server, which then follows it; from here on a write waits for both of them. */
export const followWith = async (t: Test, primary: PostgresServer): Promise<PostgresServer> => {
  const folder = join(await ownedFolder(t), 'standby')
  const source = `host=127.0.0.1 port=${primary.port} user=postgres application_name=${standbyName}`
  await runProgram('pg_basebackup', [
    ...['-D', folder, '-d', source, '-R', '-X', 'stream', '--checkpoint=fast', '--no-sync'],
  ])
  const standby = new PostgresServer(folder, await freePort(), primarySettings)
  t.teardown(() => standby.kill())
  await standby.start()
  await primary.ask(`alter system set synchronous_standby_names = '${standbyName}'`)
  await primary.ask('select pg_reload_conf()')
  for (;;) {
    const rows = await primary.ask('select sync_state from pg_stat_replication')
    if (rows.some(({ sync_state: state }) => state === 'sync')) return standby
    await sleep(50)
  }
}
