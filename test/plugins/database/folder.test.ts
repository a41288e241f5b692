/** The embedded database in a folder: kept between starts, and one process at a time. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import t, { type Test } from 'tap'
import { lockFolder } from '../../../plugins/database/folder-lock.ts'
import { testDatabase } from '../../database.ts'
import { openDatabase } from './open-database.ts'

const lockModule = new URL('../../../plugins/database/folder-lock.ts', import.meta.url).href

/** Another process that holds the folder's lock until it is told to go. */
const holdElsewhere = async (t: Test, folder: string) => {
  const program = `
    const { lockFolder } = await import(${JSON.stringify(lockModule)})
    await lockFolder(process.argv[1])
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import=tsx', '--input-type=module', '-e', program, folder])
  t.teardown(() => child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

t.test('what was written is there after a restart', async (t) => {
  const { url } = await testDatabase(t, 'pglite')
  const first = await openDatabase(t, url)
  await first.database.knex.raw('create table kept (word text)')
  await first.database.knex('kept').insert({ word: 'yes' })
  await first.close()
  const second = await openDatabase(t, url)
  t.same(await second.database.knex('kept').pluck('word'), ['yes'])
})

t.test('a second one in the same process is refused', async (t) => {
  const { url } = await testDatabase(t, 'pglite')
  await openDatabase(t, url)
  await t.rejects(openDatabase(t, url), { message: /in use by process \d+ on .*delete .*\.lock/ })
})

t.test('a second process is refused, and takes over from one that died', async (t) => {
  const { url } = await testDatabase(t, 'pglite')
  const folder = url.slice('pglite:'.length)
  const child = await holdElsewhere(t, folder)
  await t.rejects(openDatabase(t, url), { message: new RegExp(`in use by process ${child.pid} `) })
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  const app = await openDatabase(t, url)
  await app.database.ping()
  t.equal(JSON.parse(await readFile(`${folder}.lock`, 'utf8')).pid, process.pid)
  await app.close()
  await t.rejects(stat(`${folder}.lock`), { code: 'ENOENT' }, 'released when the app closes')
})

t.test('the lock file alone', async (t) => {
  const folder = `${t.testdir()}/deep/data`
  const release = await lockFolder(folder)
  await release()

  t.test('our own process id, left by an earlier container: stale', async () => {
    await writeFile(`${folder}.lock`, JSON.stringify({ pid: process.pid, host: hostname() }))
    await (await lockFolder(folder))()
  })

  t.test('another host: held while its file is fresh, stale when it is old', async (t) => {
    await writeFile(`${folder}.lock`, JSON.stringify({ pid: 1, host: 'elsewhere.example' }))
    await t.rejects(lockFolder(folder), { message: /process 1 on elsewhere\.example/ })
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(`${folder}.lock`, longAgo, longAgo)
    await (await lockFolder(folder))()
  })

  t.test('an unreadable file: held while fresh, stale when it is old', async (t) => {
    await writeFile(`${folder}.lock`, '{"pi')
    await t.rejects(lockFolder(folder), { message: /another process/ })
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(`${folder}.lock`, longAgo, longAgo)
    await (await lockFolder(folder))()
  })
})
