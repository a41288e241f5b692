/** The whole app under attack: its log at the most talkative level, and what every kind of scope answers a bearer. */
import type { Test } from 'tap'
import { testApp } from '../../helper.ts'
import { audience, issuer } from '../../plugins/auth/tokens.ts'

/** One behind the plain token check, one behind the flag's gate, one that asks for a role as well. */
const addresses = ['/api/v1/plans', '/api/v1/time-crunch/model', '/api/internal/curation/library']

/** In every forged token, and so in no log. */
export const strangerInTheToken = 'somebody-in-a-token'

/** What can be told apart in a log: shorter pieces stand there by chance. */
const shortestTelling = 12

const tellingPieces = (authorization: string): string[] =>
  authorization
    .split(/[\s.,]+/)
    .filter((piece) => piece.length >= shortestTelling)
    .map((piece) => piece.slice(0, 200))

/** The keys of tokens: a shared secret, or where they are published. */
export type Keys = { jwtSecret: string } | { jwtJwksUrl: string }

export const attackedApp = async (t: Test, keys: Keys) => {
  const log: string[] = []
  const app = await testApp(t, {
    // Without the console, as in production.
    config: { ...keys, jwtIssuer: issuer, jwtAudience: audience, consoleEnabled: false },
    logger: { level: 'trace', stream: { write: (line: string) => log.push(line) } },
  })

  const statuses = async (authorization: string): Promise<number[]> => {
    const answers = await Promise.all(addresses.map((url) => app.inject({ url, headers: { authorization } })))
    return answers.map(({ statusCode }) => statusCode)
  }

  /** Holds this Authorization header against every scope: 401, a challenge, a problem, silence in the log. */
  const refuses = async (t: Test, what: string, authorization: string): Promise<void> => {
    log.length = 0
    for (const url of addresses) {
      const { statusCode, headers, body } = await app.inject({ url, headers: { authorization } })
      t.equal(statusCode, 401, `${what}: ${url}`)
      t.match(headers['www-authenticate'], /^Bearer( error="invalid_token")?$/, `${what}: challenge`)
      t.match(JSON.parse(body), { error: 'unauthorized', status: 401 }, `${what}: problem`)
      t.equal(headers['content-type'], 'application/problem+json', what)
    }
    const written = log.join('')
    t.match(written, /"statusCode":401/, `${what}: is logged`)
    for (const piece of [...tellingPieces(authorization), strangerInTheToken]) {
      t.notOk(written.includes(piece), `${what}: nothing of the token in the log`)
    }
  }

  return {
    app,
    log,
    refuses,
    /** The same for a bearer token. */
    refusesToken: (t: Test, what: string, token: string) => refuses(t, what, `Bearer ${token}`),
    /** Of an admin, so that each scope lets the good ones in. */
    statusOf: async (token: string) => statuses(`Bearer ${token}`),
  }
}

export const everywhere = (status: number): number[] => addresses.map(() => status)
