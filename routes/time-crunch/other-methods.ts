/** Every other path and method below Time Crunch: behind the same gate, then 405 with Allow, or 404. */
import type { FastifyInstance, HTTPMethods, RouteHandlerMethod, RouteOptions } from 'fastify'
import { problem } from '../../problems.ts'

/** Remembers what is registered in this scope; call it before the routes, and `answer` after them. */
export const otherMethods = (app: FastifyInstance): { answer(): void } => {
  const methodsByUrl = new Map<string, Set<HTTPMethods>>()
  let listening = true
  app.addHook('onRoute', ({ url, method }: RouteOptions) => {
    if (!listening) return
    const methods = methodsByUrl.get(url) ?? new Set()
    for (const one of [method].flat()) methods.add(one)
    methodsByUrl.set(url, methods)
  })

  /** A path with parameters matches by its number of parts: none of them overlap here. */
  const allowed = (path: string): string[] => {
    const parts = path.split('/')
    for (const [url, methods] of methodsByUrl) {
      const pattern = url.split('/')
      const fits =
        pattern.length === parts.length && pattern.every((part, at) => part[0] === ':' || part === parts[at])
      if (fits) return [...methods].sort()
    }
    return []
  }

  return {
    answer() {
      listening = false
      const handler: RouteHandlerMethod = async (request) => {
        const allow = allowed(request.url.split('?', 1)[0]!)
        if (allow.length === 0) throw problem('not_found', 'There is nothing at this address')
        throw problem('method_not_allowed', `${request.method} is not allowed here; ${allow.join(', ')} is`, {
          headers: { allow: allow.join(', ') },
        })
      }
      for (const url of ['/', '/*']) app.all(url, { schema: { hide: true } }, handler)
    },
  }
}
