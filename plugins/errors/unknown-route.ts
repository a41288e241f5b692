/** What there is to say about an address without a route: 404, or 405 with the methods that it does have. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type ProblemError, problem } from '../../problems.ts'

/** The methods under which this path has a route. */
const methodsOf = (app: FastifyInstance, path: string): string[] =>
  app.supportedMethods.filter((method) => app.findRoute({ method: method as 'GET', url: path }) !== null)

export const unknownRoute = (app: FastifyInstance, request: FastifyRequest): ProblemError => {
  const path = request.url.split('?', 1)[0] ?? '/'
  const methods = methodsOf(app, path)
  if (methods.length === 0) return problem('not_found', 'There is no such route')
  const allow = methods.join(', ')
  return problem('method_not_allowed', `${request.method} is not allowed here, but ${allow}`, {
    headers: { allow },
  })
}
