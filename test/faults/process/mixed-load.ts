/** Athletes who go on all the time: they read, import, amend and apply, and remember every word that they were given. */
import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { type Answer, type Asked, ask } from './serving.ts'

const day = '2026-03-02'
const pauseMs = 50

export interface Athlete {
  readonly id: string
  requests: number
  /** Of requests that did not end as they should. */
  readonly failures: string[]
  readonly imported: string[]
  /** Keys of the imports, in the same order. */
  readonly importKeys: string[]
  /** Application ids by Idempotency-Key. */
  readonly applied: Map<string, { readonly payload: object; readonly id: string }>
  /** The version of the amendment, and the number that was written with it. */
  amendment: { version: number; bufferSeconds: number }
  planId: string
}

export const newAthlete = (index: number): Athlete => ({
  id: `athlete-${index}`,
  requests: 0,
  failures: [],
  imported: [],
  importKeys: [],
  applied: new Map(),
  amendment: { version: 1, bufferSeconds: 0 },
  planId: '',
})

/** Until `isOver`; each step of a round is another kind of request. */
export const goOn = async (url: string, athlete: Athlete, isOver: () => boolean): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  /** The answer, or undefined where it is not the one that belongs there. */
  const expect = async (status: number, path: string, asked: Asked): Promise<Answer | undefined> => {
    // A steady load, not all that the machine can do: another instance has to start beside it.
    await sleep(pauseMs)
    athlete.requests += 1
    const what = `${asked.method ?? ''} ${path}`
    try {
      const answer = await ask(`${url}${path}`, { as: athlete.id, agent, ...asked })
      if (answer.status === status) return answer
      athlete.failures.push(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
    } catch (error) {
      athlete.failures.push(`${what}: ${(error as Error).message}`)
    }
    return undefined
  }

  const importPlan = async (): Promise<void> => {
    const key = randomUUID()
    const headers = { 'idempotency-key': key }
    const answer = await expect(201, '/api/v1/plans', { payload: smallPlan(), headers })
    if (answer === undefined) return
    athlete.importKeys.push(key)
    athlete.imported.push(answer.body.id)
    if (athlete.planId === '') athlete.planId = answer.body.id
  }

  const amend = async (): Promise<void> => {
    const { version, bufferSeconds } = athlete.amendment
    const next = (bufferSeconds % 500) + 1
    const answer = await expect(200, `/api/v1/plans/${athlete.planId}/amendment`, {
      method: 'PUT',
      payload: { bufferSeconds: next },
      headers: { 'if-match': `"${version}"` },
    })
    if (answer) athlete.amendment = { version: answer.body.version, bufferSeconds: next }
  }

  /** To a plan that nobody changes, so that its version is known. */
  const apply = async (): Promise<void> => {
    const planId = athlete.imported.at(-1)
    if (planId === undefined || planId === athlete.planId) return
    const payload = { planId, planVersion: 1, sessionId: 'day-1', date: day, targetMinutes: 20 }
    const key = randomUUID()
    const headers = { 'idempotency-key': key }
    const answer = await expect(201, '/api/v1/time-crunch/apply', { payload, headers })
    if (answer) athlete.applied.set(key, { payload, id: answer.body.id })
  }

  const { planId } = await importPlan().then(() => athlete)
  for (let round = 0; !isOver(); round += 1) {
    const targetMinutes = 15 + ((round * 11) % 160)
    await expect(200, '/api/v1/time-crunch/preview', { payload: { planId, targetMinutes } })
    await expect(200, '/api/v1/time-crunch/frontier', { payload: { planId, sessionId: 'day-1' } })
    await amend()
    await importPlan()
    await apply()
  }
  agent.destroy()
}
