/** The real service on a free port, with a database in memory, and a client that speaks HTTP to it. */
import { randomBytes } from 'node:crypto'
import { buildApp } from '../../app.ts'
import { loadConfig } from '../../config.ts'
import { signToken } from '../../plugins/auth/sign-token.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** Whose token the request carries. */
  readonly user: string
  readonly body?: unknown
  readonly ifMatch?: string
}

export interface DemoService {
  readonly address: string
  /** The answer's body and ETag. Throws, in one line, when the status is not a success. */
  readonly send: (request: HttpRequest) => Promise<{ body: unknown; etag: string | null }>
  readonly close: () => Promise<void>
}

/** One line of a problem document. */
const faultOf = (text: string): string => {
  try {
    const { detail, title, errors = [] } = JSON.parse(text)
    const places = errors.map(({ path, message }: { path: string; message: string }) => `${path} ${message}`)
    return [detail ?? title, ...places].join('; ')
  } catch {
    return text.split('\n', 1)[0] ?? ''
  }
}

export const startDemoService = async (): Promise<DemoService> => {
  const secret = randomBytes(32).toString('base64url')
  const config = loadConfig({
    PORT: '0',
    DATABASE_URL: 'pglite:memory',
    JWT_SECRET: secret,
    // The demo imports its plans itself.
    SEED_DEMO: 'false',
    // A slow machine makes a slow demo, not a refused one.
    EVENT_LOOP_DELAY_MAX_MS: '0',
  })
  // Only what goes wrong on the service's side: the answer to the client would not say why.
  const app = await buildApp(config, { logger: { level: 'error', stream: process.stderr } })
  const tokenOf = (user: string): string =>
    signToken({
      secret,
      issuer: config.jwtIssuer,
      audience: config.jwtAudience,
      subject: user,
      roles: ['athlete'],
      issuedAtSeconds: Math.floor(Date.now() / 1_000),
      lifetimeSeconds: 600,
    })
  try {
    const address = await app.listen({ host: config.host, port: config.port })
    return {
      address,
      close: () => app.close(),
      send: async ({ method, path, user, body, ifMatch }) => {
        const answer = await fetch(`${address}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${tokenOf(user)}`,
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...(ifMatch !== undefined && { 'if-match': ifMatch }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        })
        const text = await answer.text()
        if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${faultOf(text)}`)
        return { body: JSON.parse(text), etag: answer.headers.get('etag') }
      },
    }
  } catch (error) {
    await app.close()
    throw error
  }
}
