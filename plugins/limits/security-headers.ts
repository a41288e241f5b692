/** The headers that guard every answer, as helmet has them: asked of it once, since it would make them anew each time. */
import helmet from '@fastify/helmet'
import fastify from 'fastify'

/** JSON only: a page of this origin can run, load and be framed by nothing unless its own route says so. */
const policy = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] },
  },
}

export const securityHeaders = async (): Promise<Readonly<Record<string, string>>> => {
  const app = fastify()
  let plain: readonly string[] = []
  app.addHook('onRequest', async (_request, reply) => {
    plain = reply.raw.getHeaderNames()
  })
  await app.register(helmet, policy)
  app.get('/', async (_request, reply) => {
    const names = reply.raw.getHeaderNames().filter((name) => !plain.includes(name))
    return Object.fromEntries(names.map((name) => [name, reply.raw.getHeader(name)]))
  })
  const headers = (await app.inject('/')).json()
  await app.close()
  return headers
}
