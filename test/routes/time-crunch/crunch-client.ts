/** Time Crunch as a client meets it: plans imported over HTTP, requests by somebody, whole, through the app. */
import type { Test } from 'tap'
import type { PlanDocument } from '../../../domain/plan/document.ts'
import { bearer, type TestOverrides, testApp } from '../../helper.ts'

export const crunchClient = async (t: Test, overrides: TestOverrides = {}) => {
  const app = await testApp(t, overrides)

  const call = async (
    method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS',
    path: string,
    request: { as?: string; roles?: string[]; payload?: unknown; headers?: Record<string, string> } = {},
  ) => {
    const { as, roles, payload, headers = {} } = request
    const response = await app.inject({
      method,
      url: path.startsWith('/api') ? path : `/api/v1/time-crunch${path}`,
      headers: { ...(as !== undefined && bearer(as, roles)), ...headers },
      ...(payload !== undefined && { payload: payload as object }),
    })
    return {
      status: response.statusCode,
      headers: response.headers,
      // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
      body: (response.body === '' ? null : JSON.parse(response.body)) as any,
    }
  }

  /** Id of the plan, stored for this owner. */
  const importPlan = async (document: PlanDocument, owner = 'athlete-1'): Promise<string> => {
    const { status, body } = await call('POST', '/api/v1/plans', {
      as: owner,
      roles: ['athlete', 'coach'],
      payload: document,
    })
    if (status !== 201) throw new Error(`the plan was refused: ${JSON.stringify(body)}`)
    return body.id
  }

  const preview = (payload: object, as = 'athlete-1') => call('POST', '/preview', { as, payload })

  /** The value of a metric with these labels; 0 where the line is missing. */
  const metric = async (name: string, labels = ''): Promise<number> => {
    const { body } = await app.inject({ url: '/metrics' })
    const line = body.split('\n').find((text) => text.startsWith(`${name}${labels} `))
    return line === undefined ? 0 : Number(line.split(' ').at(-1))
  }

  return { app, call, importPlan, preview, metric }
}

/** A small programme: a core lift, two accessories that may be paired, a warm-up. About 44 minutes. */
export const smallPlan = (): PlanDocument => ({
  name: 'Small plan',
  microcycles: [
    {
      weekNumber: 1,
      sessions: [
        {
          id: 'day-1',
          name: 'Day 1',
          dayOfWeek: 1,
          exercises: [
            { name: 'Row machine', role: 'warmup', primaryMuscles: ['lats'], sets: [{ seconds: 300 }] },
            {
              name: 'Squat',
              role: 'core',
              equipment: 'barbell',
              primaryMuscles: ['quads'],
              sets: 4,
              reps: 5,
            },
            { name: 'Curl', equipment: 'dumbbell', primaryMuscles: ['biceps'], sets: 4, reps: 12 },
            { name: 'Press-down', equipment: 'dumbbell', primaryMuscles: ['triceps'], sets: 4, reps: 12 },
          ],
        },
      ],
    },
    {
      weekNumber: 3,
      sessions: [
        {
          id: 'day-2',
          name: 'Day 2',
          dayOfWeek: 1,
          exercises: [
            {
              name: 'Bench',
              role: 'core',
              equipment: 'barbell',
              primaryMuscles: ['chest'],
              sets: 3,
              reps: 8,
            },
          ],
        },
        { id: 'empty', name: 'Rest', dayOfWeek: 2, exercises: [] },
      ],
    },
  ],
})
