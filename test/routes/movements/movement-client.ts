/** The movement routes as a client sees them: requests by somebody, whole, through the app. */
import type { Test } from 'tap'
import { bearer, testApp } from '../../helper.ts'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  body: any
  headers: Record<string, unknown>
}

export const movementClient = async (t: Test, databaseUrl?: string) => {
  const app = await testApp(t, databaseUrl === undefined ? {} : { config: { databaseUrl } })
  const get = async (
    path: string,
    headers: Record<string, string> = bearer('athlete-1'),
  ): Promise<Answer> => {
    const response = await app.inject({ url: `/api/v1/movements${path}`, headers })
    return { status: response.statusCode, body: response.json(), headers: response.headers }
  }
  return { app, get }
}

export const slugsOf = ({ body }: Answer): string[] => body.items.map(({ slug }: { slug: string }) => slug)
