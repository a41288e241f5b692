/** The disk of the embedded database is full: what does not fit is refused, nothing is lost, and no start is needed. */
import { randomBytes } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { PlanDocument } from '../../../domain/plan/document.ts'
import { testDatabase } from '../../database.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { noDiskHere, SmallDisk } from '../small-disk.ts'
import { type Caller, clear503, plans, type Reply, type Served, serve } from './served.ts'

const mebibyte = 1_048_576
const diskMebibytes = 160

/** A plan of some 200 kB of text that can't be compressed, so that it takes its room. */
const largePlan = (name: string): PlanDocument => {
  const plan = smallPlan()
  const [session] = plan.microcycles[0]?.sessions ?? []
  const [exercise] = session?.exercises ?? []
  if (!session || !exercise) throw new Error('the small plan has become smaller')
  session.exercises = Array.from({ length: 30 }, (_, index) => ({
    ...exercise,
    name: `Exercise ${index}`,
    notes: randomBytes(1_500).toString('base64'),
  }))
  const weeks = Array.from({ length: 3 }, (_, week) => ({
    ...plan.microcycles[0],
    weekNumber: week + 1,
    sessions: [{ ...session, id: `day-${week}` }],
  }))
  return { ...plan, name, microcycles: weeks } as PlanDocument
}

interface Told {
  readonly acknowledged: Map<string, Reply['body']>
  readonly refused: Reply
  /** What was refused, and with which key. */
  readonly request: { payload: PlanDocument; headers: Record<string, string> }
}

/** Imports plans, one after the other, until one is refused. `before` each of them the disk may be changed. */
const fillUp = async (call: Caller, label: string, before: () => void): Promise<Told> => {
  const acknowledged: Told['acknowledged'] = new Map()
  for (let number = 1; number < 1_000; number += 1) {
    const request = {
      payload: largePlan(`${label} ${number}`),
      headers: { 'idempotency-key': `${label}-${number}` },
    }
    before()
    const reply = await call('POST', plans, request)
    if (reply.status !== 201) return { acknowledged, refused: reply, request }
    acknowledged.set(reply.body.id, reply.body)
  }
  throw new Error('The disk is never full')
}

/** Every plan that was acknowledged is there as it was, and of the refused one nothing. */
const whole = async (t: Test, call: Caller, { acknowledged, request }: Told): Promise<void> => {
  for (const [id, body] of acknowledged) {
    const read = await call('GET', `${plans}/${id}`)
    if (read.status !== 200 || JSON.stringify(read.body) !== JSON.stringify(body))
      t.fail(`${id} is not as it was`)
  }
  const { items } = (await call('GET', `${plans}?limit=100`)).body
  t.same(
    items.filter(({ name }: { name: string }) => name === request.payload.name),
    [],
    'nothing of what was refused',
  )
}

const untilServed = async (call: Caller, path: string): Promise<Reply> => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const reply = await call('GET', path)
    if (reply.status === 200) return reply
    await sleep(50)
  }
  throw new Error('It does not come back')
}

/** The service on a database that lies on a disk of its own. */
const onSmallDisk = async (t: Test): Promise<Served & { disk: SmallDisk; url: string }> => {
  const template = (await testDatabase(t, 'pglite')).url.slice('pglite:'.length)
  const disk = await SmallDisk.mount(t, diskMebibytes)
  const folder = join(disk.folder, 'database')
  await cp(template, folder, { recursive: true })
  const url = `pglite:${folder}`
  return { ...(await serve(t, url)), disk, url }
}

const skip = await noDiskHere()

t.test(
  'no room for a row: 503 for the write, 200 for reading; with room, 201 without a restart',
  { skip },
  async (t) => {
    const { process, call, disk } = await onSmallDisk(t)
    disk.leave(2 * mebibyte)
    const told = await fillUp(call, 'row', () => {})
    clear503(t, told.refused, 'not_ready', 'the write that does not fit')
    t.match(told.refused.body.detail, /no space left: nothing was written/)
    await whole(t, call, told)
    t.equal((await call('GET', '/health/live')).status, 200)
    t.equal(
      (
        await call('POST', '/api/v1/time-crunch/preview', {
          payload: { planId: [...told.acknowledged.keys()][0], targetMinutes: 60, sessionIds: ['day-1'] },
        })
      ).status,
      200,
    )

    disk.empty()
    const again = await call('POST', plans, told.request)
    t.match(
      again,
      { status: 201, body: { name: told.request.payload.name } },
      'with the same key, once there is room',
    )
    t.equal(await process.end(), 0)
  },
)

t.test(
  "no room for the database's own log: 503, the service lives, and the database comes back by itself",
  { skip },
  async (t) => {
    const { process, call, disk, url } = await onSmallDisk(t)
    // Always room for a plan, never for another file of the log, which has 16 MiB.
    const told = await fillUp(call, 'log', () => {
      disk.empty()
      disk.leave(8 * mebibyte)
    })
    clear503(t, told.refused, 'not_ready', 'the write at which the database died')
    t.equal((await call('GET', '/health/live')).status, 200, 'it is asked, and answers')
    const [id = ''] = told.acknowledged.keys()
    clear503(t, await call('GET', `${plans}/${id}`), 'not_ready', "reading, while it can't be opened")
    const many = await Promise.all(Array.from({ length: 20 }, () => call('GET', plans)))
    t.same(new Set(many.map(({ status }) => status)), new Set([503]))
    t.match(await call('GET', '/health/ready'), {
      status: 503,
      body: { checks: { database: { ok: false } } },
    })

    disk.empty()
    t.same((await untilServed(call, `${plans}/${id}`)).body, told.acknowledged.get(id))
    await whole(t, call, told)
    const again = await call('POST', plans, told.request)
    t.match(again, { status: 201, body: { name: told.request.payload.name } })
    t.equal((await call('GET', '/health/ready')).status, 200)
    t.match(process.output(), /The embedded database has stopped: .*No space left on device/)
    t.notMatch(process.output(), /Exercise 1/, 'nothing of the plan in the log')
    t.equal(await process.end(), 0)
    const { call: after } = await serve(t, url)
    told.acknowledged.set(again.body.id, again.body)
    await whole(t, after, { ...told, request: { ...told.request, payload: largePlan('another') } })
  },
)
