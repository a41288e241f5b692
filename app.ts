/** The service, part by part in the order in which they need each other: the table of contents. */
import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import type { Config } from './config.ts'
import { demoPeople } from './demo-plans/demo-people.ts'
import { coachsAmendment } from './domain/amendment/coachs-amendment.ts'
import type { SearchLimits } from './domain/compressor/search/problem.ts'
import activeUsers, { type ActiveUsersOptions } from './plugins/active-users.ts'
import auth from './plugins/auth/index.ts'
import compressor from './plugins/compressor/index.ts'
import coachsConsole from './plugins/console/index.ts'
import type { SignInOptions } from './plugins/console/sign-in.ts'
import database from './plugins/database/index.ts'
import { answerClientError } from './plugins/errors/client-error.ts'
import errors, { answerError, requestIdForm } from './plugins/errors/index.ts'
import { RequestLog } from './plugins/errors/request-log.ts'
import flags from './plugins/flags/index.ts'
import health from './plugins/health.ts'
import limits from './plugins/limits/index.ts'
import metrics from './plugins/metrics/index.ts'
import movementLibrary from './plugins/movement-library.ts'
import openapi from './plugins/openapi/index.ts'
import resourceMetrics from './plugins/resource-metrics.ts'
import stores from './plugins/stores.ts'
import timeCrunchMetrics from './plugins/time-crunch-metrics.ts'
import adaptationRoutes from './routes/adaptations/index.ts'
import curationRoutes from './routes/curation/index.ts'
import enhancedPlanRoutes from './routes/enhanced-plans/index.ts'
import feedbackRoutes from './routes/feedback/index.ts'
import movementRoutes from './routes/movements/index.ts'
import planRoutes from './routes/plans/index.ts'
import { problemSchema } from './routes/schemas.ts'
import { storedDocuments } from './routes/stored-documents.ts'
import { timeCrunchFlag } from './routes/time-crunch/flag-gate.ts'
import timeCrunchRoutes from './routes/time-crunch/index.ts'

/** What a caller may bring along; everything else is the configuration's. */
export interface Overrides {
  logger?: FastifyServerOptions['logger']
  activeUsers?: ActiveUsersOptions
  /** How far the compressor searches, in place of what the budget comes to. */
  searchLimits?: SearchLimits
  /** Where `npm run build:console` has put the console. */
  consoleFolder?: string
}

const timeCrunchPrefix = '/api/v1/time-crunch'

/** Ids in a path may be as long as anybody likes: that there is no such thing is the route's answer. */
const longestPathPart = 2_000

/** Loading, migrating and reaching the flag source at start may take longer than Fastify's ten seconds. */
const pluginTimeoutMs = 60_000

const createInstance = (config: Config, { logger = false }: Overrides): FastifyInstance =>
  fastify({
    logger,
    logController: new RequestLog(),
    genReqId: ({ headers }) => {
      const sent = headers['x-request-id']
      return typeof sent === 'string' && requestIdForm.test(sent) ? sent : randomUUID()
    },
    bodyLimit: config.bodyLimitBytes,
    requestTimeout: config.requestTimeoutMs,
    pluginTimeout: pluginTimeoutMs,
    trustProxy: config.trustProxy,
    routerOptions: { maxParamLength: longestPathPart },
    // A request on a kept-alive connection while closing is finished, not refused: the closing is announced in its answer.
    return503OnClosing: false,
    frameworkErrors: answerError,
    clientErrorHandler: answerClientError,
  })

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * A development server that knows the secret lets whoever sits at its machine in as one of the people of the demo plans. No
 * other does, and none that others reach: one of those people is a curator.
 */
const signInOf = ({ appEnv, host, jwtSecret, jwtIssuer, jwtAudience }: Config): SignInOptions | undefined =>
  appEnv === 'development' && loopback.has(host) && jwtSecret !== undefined
    ? { people: demoPeople, secret: jwtSecret, issuer: jwtIssuer, audience: jwtAudience }
    : undefined

const registerParts = async (app: FastifyInstance, config: Config, overrides: Overrides): Promise<void> => {
  await app.register(errors)
  await app.register(metrics, { port: config.metricsPort, host: config.metricsHost })
  await app.register(auth, {
    secret: config.jwtSecret,
    keysUrl: config.jwtJwksUrl,
    issuer: config.jwtIssuer,
    audience: config.jwtAudience,
  })
  await app.register(limits, {
    rateLimitMax: config.rateLimitMax,
    eventLoopDelayMaxMs: config.eventLoopDelayMaxMs,
    requestsInFlightMax: config.requestsInFlightMax,
    requestTimeoutMs: config.requestTimeoutMs,
  })
  await app.register(openapi, { problemSchema })
  await app.register(health)

  await app.register(database, {
    url: config.databaseUrl,
    poolMax: config.databasePoolMax,
    statementTimeoutMs: config.databaseStatementTimeoutMs,
    migrate: config.databaseMigrate,
  })
  await app.register(stores, { documents: storedDocuments })
  await app.register(movementLibrary, { seed: config.databaseMigrate })
  await app.register(flags, {
    killSwitch: config.timeCrunchKillSwitch,
    sdkKey: config.launchdarklySdkKey,
    file: config.flagsFile,
    mode: config.launchdarklyMode,
    baseUri: config.launchdarklyBaseUri,
    streamUri: config.launchdarklyStreamUri,
    eventsUri: config.launchdarklyEventsUri,
    startWaitMs: config.launchdarklyStartWaitMs,
  })
  await app.register(resourceMetrics)
  await app.register(activeUsers, overrides.activeUsers ?? {})
  await app.register(timeCrunchMetrics, {
    prefix: timeCrunchPrefix,
    articles: coachsAmendment.map(({ id }) => id),
    caches: ['preview', 'plan', 'solution'],
  })
  await app.register(compressor, { solverBudgetMs: config.solverBudgetMs, limits: overrides.searchLimits })

  await app.register(enhancedPlanRoutes, { prefix: '/api/v1/plans/enhanced' })
  await app.register(feedbackRoutes, { prefix: '/api/v1/plans' })
  await app.register(adaptationRoutes, { prefix: '/api/v1/plans' })
  await app.register(planRoutes, { prefix: '/api/v1/plans' })
  await app.register(movementRoutes, { prefix: '/api/v1/movements' })
  await app.register(timeCrunchRoutes, { prefix: timeCrunchPrefix })
  await app.register(curationRoutes, { prefix: '/api/internal/curation' })
  if (config.consoleEnabled) {
    await app.register(coachsConsole, {
      prefix: '/console',
      flag: timeCrunchFlag,
      folder: overrides.consoleFolder,
      signIn: signInOf(config),
    })
  }
}

/** The app of this configuration, ready to be listened with or injected into: the same for the process and for tests. */
export const buildApp = async (config: Config, overrides: Overrides = {}): Promise<FastifyInstance> => {
  const app = createInstance(config, overrides)
  try {
    await registerParts(app, config, overrides)
    return app
  } catch (error) {
    // What was opened before the part that failed must not keep the process alive.
    await app.close()
    throw error
  }
}
