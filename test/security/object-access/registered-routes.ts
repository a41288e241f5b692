/** Every route that the app really has, read from the router itself: the contract only knows what was documented. */
import type { FastifyInstance } from 'fastify'

export interface RegisteredRoute {
  readonly path: string
  readonly methods: readonly string[]
}

/** A line of the router's tree: its depth, its piece of the path, the methods if a route ends there. */
const lineForm = /^(?<indent>[│ ]*)[├└]── (?<piece>\S*?)(?: \((?<methods>[A-Z, ]+)\))?$/

export const registeredRoutes = (app: FastifyInstance): RegisteredRoute[] => {
  const pieces: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const { indent, piece, methods } = lineForm.exec(line)?.groups ?? {}
      if (indent === undefined || piece === undefined) return []
      const depth = indent.length / 4
      pieces.splice(depth, pieces.length, piece)
      return methods === undefined ? [] : [{ path: pieces.join(''), methods: methods.split(', ') }]
    })
}

/** As the contract writes a path. */
export const documentedPath = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}')
