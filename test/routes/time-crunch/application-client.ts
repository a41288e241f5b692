/** Applying as a client meets it: apply, revert, history, the day and the week, over HTTP. */
import { writeFileSync } from 'node:fs'
import type { Test } from 'tap'
import type { TestOverrides } from '../../helper.ts'
import { crunchClient, smallPlan } from './crunch-client.ts'

const flagKey = 'feature.stream5_time_crunch_mode'

export const day = '2026-03-02'

/** A Monday ahead, in UTC. */
export const comingDay = (): string => {
  const now = new Date()
  const days = 8 - (now.getUTCDay() || 7)
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

export const applicationClient = async (t: Test, overrides: TestOverrides = {}) => {
  const client = await crunchClient(t, overrides)
  const { call } = client
  const query = (values: Record<string, string | number | undefined>): string =>
    new URLSearchParams(
      Object.entries(values).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] as [string, string]],
      ),
    ).toString()

  return {
    ...client,
    query,
    apply: (payload: object, as = 'athlete-1', headers: Record<string, string> = {}) =>
      call('POST', '/apply', {
        as,
        payload: { planVersion: 1, sessionId: 'day-1', date: day, targetMinutes: 20, ...payload },
        headers,
      }),
    revert: (id: string, as = 'athlete-1') => call('DELETE', `/applications/${id}`, { as }),
    history: (values: Record<string, string | number>, as = 'athlete-1') =>
      call('GET', `/applications?${query(values)}`, { as }),
    onDay: (planId: string, date: string | undefined = day, as = 'athlete-1', sessionId = 'day-1') =>
      call('GET', `/api/v1/plans/${planId}/sessions/${sessionId}?${query({ date })}`, { as }),
    balance: (planId: string, week: number | string, from?: string, as = 'athlete-1') =>
      call('GET', `/api/v1/plans/${planId}/weeks/${week}/balance?${query({ from })}`, { as }),
    /** Replaces the plan as its owner. */
    change: async (planId: string, document: object = smallPlan(), as = 'athlete-1') => {
      const { headers } = await call('GET', `/api/v1/plans/${planId}`, { as })
      return call('PUT', `/api/v1/plans/${planId}`, {
        as,
        payload: document,
        headers: { 'if-match': String(headers.etag) },
      })
    },
    amend: async (planId: string, amendment: object, as = 'athlete-1') =>
      call('PUT', `/api/v1/plans/${planId}/amendment`, {
        as,
        payload: amendment,
        headers: { 'if-match': '*' },
      }),
  }
}

/** A flags file that can be switched while the service runs, for everybody or for some. */
export const flagSwitch = (t: Test) => {
  const file = `${t.testdir({})}/flags.json`
  let version = 0
  const write = (on: boolean, only?: readonly string[]): void => {
    version += 1
    const flag = {
      key: flagKey,
      version,
      on,
      variations: [true, false],
      offVariation: 1,
      fallthrough: { variation: only === undefined ? 0 : 1 },
      targets: only === undefined ? [] : [{ variation: 0, values: [...only] }],
      salt: 'salt',
    }
    writeFileSync(file, JSON.stringify({ flags: { [flagKey]: flag } }))
  }
  write(true)
  return { file, write }
}
