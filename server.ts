/** The process: environment, logger, listening, and leaving without dropping a request. Only this file knows it. */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { destination } from 'pino'
import { buildApp } from './app.ts'
import { type Config, ConfigError, loadConfig } from './config.ts'
import { demoPlans, demoUser } from './demo-plans/demo-plans.ts'
import { seedDemoPlans } from './demo-plans/seed-demo-plans.ts'
import { signToken } from './plugins/auth/sign-token.ts'
import { loggedError } from './plugins/errors/logged-error.ts'
import { loggedRequest } from './plugins/errors/logged-request.ts'

const dayOfSeconds = 86_400
/** Log lines are written when there are so many of them, or are so old. */
const logGatherBytes = 8_192
const logGatherMs = 100

const fail = (error: unknown): never => {
  const { message } = error as Error
  process.stderr.write(
    error instanceof ConfigError ? `${message}\n` : `The service did not start: ${message}\n`,
  )
  process.exit(1)
}

/** A development server needs no keys: it makes a secret that dies with it. */
const withDevelopmentSecret = (config: Config): Config =>
  config.jwtSecret || config.jwtJwksUrl
    ? config
    : { ...config, jwtSecret: randomBytes(32).toString('base64url') }

const loggerOf = ({ appEnv, logLevel }: Config): FastifyServerOptions['logger'] => ({
  level: logLevel,
  redact: ['req.headers.authorization', 'headers.authorization'],
  serializers: { req: loggedRequest, err: loggedError },
  // Where a person reads along, prettily; else gathered for a moment, since a write a line costs more than many an answer,
  // and behind a slow reader it would hold up every request. What is fatal, and the end of the process, write the rest.
  ...(appEnv === 'development' && process.stdout.isTTY
    ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } } }
    : {
        stream: destination({ dest: 1, sync: false, minLength: logGatherBytes, periodicFlush: logGatherMs }),
      }),
})

/** Something to paste into the next terminal. */
const printReadyCurl = (config: Config, address: string): void => {
  const { appEnv, jwtSecret, jwtIssuer, jwtAudience, seedDemo } = config
  if (appEnv !== 'development' || jwtSecret === undefined || !seedDemo) return
  const token = signToken({
    secret: jwtSecret,
    issuer: jwtIssuer,
    audience: jwtAudience,
    subject: demoUser,
    roles: ['athlete'],
    issuedAtSeconds: Math.floor(Date.now() / 1_000),
    lifetimeSeconds: dayOfSeconds,
  })
  const places = config.consoleEnabled ? `, console: ${address}/console/` : ''
  process.stdout.write(`
Planning Engine listens at ${address} (reference: ${address}/docs${places}). For a first look:

  curl -s ${address}/api/v1/time-crunch/preview \\
    -H 'authorization: Bearer ${token}' \\
    -H 'content-type: application/json' \\
    -d '{"planId":"${demoPlans[0].id}","targetMinutes":30}'

`)
}

/** Of the drain's end, for closing the database and whatever else is open. */
const closingMs = (drainMs: number): number => Math.min(1_000, drainMs / 4)

const closeOnSignal = (app: FastifyInstance, { drainDelayMs, drainMs }: Config): void => {
  closeWithGrace({ delay: drainDelayMs + drainMs, logger: app.log }, async ({ err, signal }) => {
    if (err) app.log.fatal({ err }, 'closing after a fault nobody caught')
    else app.log.info({ signal }, 'closing')
    app.readiness.drain()
    if (!err) await sleep(drainDelayMs)
    // A server that closes no longer times requests out: whoever sent half of one, or nothing yet, would hold the process
    // until it is killed.
    const cut = setTimeout(() => {
      app.log.warn('connections that are still open are cut: the drain is over')
      app.server.closeAllConnections()
    }, drainMs - closingMs(drainMs))
    await app.close()
    clearTimeout(cut)
  })
}

const start = async (): Promise<void> => {
  const config = withDevelopmentSecret(loadConfig(process.env))
  const app = await buildApp(config, { logger: loggerOf(config) })
  closeOnSignal(app, config)
  await app.ready()
  if (config.seedDemo) await seedDemoPlans(app)
  const address = await app.listen({ host: config.host, port: config.port })
  printReadyCurl(config, address)
}

await start().catch(fail)
