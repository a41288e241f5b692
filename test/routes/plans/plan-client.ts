/** The plan routes as a client sees them: requests by somebody, whole, through the app. */
import type { Test } from 'tap'
import { bearer, testApp } from '../../helper.ts'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  body: any
  headers: Record<string, unknown>
}

/** "athlete-1" is an athlete; "root:admin" and "stranger-1:coach,curator" say their roles. */
const tokenOf = (caller: string) => {
  const [subject = '', roles = 'athlete'] = caller.split(':')
  return bearer(subject, roles.split(','))
}

export const planClient = async (t: Test) => {
  const app = await testApp(t)
  const call = async (
    method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    as: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await app.inject({
      method,
      url: `/api/v1/plans${path}`,
      headers: { ...tokenOf(as), ...headers },
      ...(payload !== undefined && { payload: payload as object }),
    })
    const { statusCode: status, body } = response
    return { status, body: body && JSON.parse(body), headers: response.headers }
  }
  return { app, call }
}
