/** The auth plugin on a bare Fastify with one route behind it. */
import fastify, { type FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import auth from '../../../plugins/auth/index.ts'
import errors from '../../../plugins/errors/index.ts'
import { audience, issuer } from './tokens.ts'

export interface AuthApp {
  app: FastifyInstance
  log: string[]
  /** Asks as the bearer of this token; undefined sends none. */
  ask(token?: string): Promise<{ status: number; body: Record<string, unknown>; challenge: unknown }>
}

export const buildAuthApp = async (
  t: Test,
  keys: { secret?: string; keysUrl?: string },
): Promise<AuthApp> => {
  const log: string[] = []
  const app = fastify({ logger: { level: 'info', stream: { write: (line: string) => log.push(line) } } })
  await app.register(errors)
  await app.register(auth, { ...keys, issuer, audience })
  app.get('/me', { onRequest: app.authenticate }, async (request) => request.user)
  t.teardown(() => app.close())
  await app.ready()
  const ask: AuthApp['ask'] = async (token) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const response = await app.inject({ url: '/me', headers })
    return {
      status: response.statusCode,
      body: response.json(),
      challenge: response.headers['www-authenticate'],
    }
  }
  return { app, log, ask }
}
