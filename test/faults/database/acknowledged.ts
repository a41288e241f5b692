/** Whether what the writers were told is what the database has: every acknowledged plan, as it was, and once. */
import type { Test } from 'tap'
import type { PostgresServer } from '../postgres-server.ts'
import { type Caller, plans } from './served.ts'
import type { Writers } from './steady-writers.ts'

const readAtOnce = 8

/** The same, of each name, as the service tells it now. */
const readAll = async (call: Caller, { acknowledged }: Writers): Promise<unknown[]> => {
  const waiting = [...acknowledged.values()]
  const differ: unknown[] = []
  const read = async (): Promise<void> => {
    for (let told = waiting.pop(); told !== undefined; told = waiting.pop()) {
      const { status, body } = await call('GET', `${plans}/${told.id}`, { as: told.ownerId })
      if (status !== 200 || JSON.stringify(body) !== JSON.stringify(told)) differ.push({ told, status, body })
    }
  }
  await Promise.all(Array.from({ length: readAtOnce }, read))
  return differ
}

export const nothingLost = async (
  t: Test,
  { server, call, writers, label }: { server: PostgresServer; call: Caller; writers: Writers; label: string },
): Promise<void> => {
  t.same(await readAll(call, writers), [], 'every acknowledged plan is there, letter by letter')
  const rows = await server.ask(
    `select name, document ->> 'name' as document_name, count(*)::int as count from plans
     where name like '${label} %' group by 1, 2`,
  )
  t.same(
    rows.filter(({ name, document_name: inside, count }) => name !== inside || count !== 1),
    [],
    'none twice, none torn',
  )
  const names = rows.map(({ name }) => name)
  t.same(
    names.filter((name) => !writers.acknowledged.has(name) && !writers.unknown.has(name)),
    [],
    'none that nobody asked for',
  )
  t.same(
    [...writers.acknowledged.keys()].filter((name) => !names.includes(name)),
    [],
  )
}

/** Connections that the service has in use right now, by its own word. */
export const connectionsInUse = async (call: Caller): Promise<number> => {
  const response = await call('GET', '/metrics')
  const line = /^planning_engine_database_pool_connections\{state="used"\} (\d+)$/m.exec(
    String(response.body),
  )
  return Number(line?.[1] ?? Number.NaN)
}
