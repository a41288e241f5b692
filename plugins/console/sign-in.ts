/** Coming in with one click: on a development server only, as one of the people of the demo plans. */
import { Type, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { problem } from '../../problems.ts'
import type { Role } from '../auth/claims.ts'
import { signToken } from '../auth/sign-token.ts'

export interface SignInOptions {
  people: readonly { readonly id: string; readonly title: string; readonly roles: readonly Role[] }[]
  secret: string
  issuer: string
  audience: string
}

const dayOfSeconds = 86_400

const signInBodySchema = Type.Object({ id: Type.String() }, { additionalProperties: false })

/** The list is always there and mostly empty, so that the page need not guess; a token is given only to who is on it. */
export const signInRoutes = (instance: FastifyInstance, options: SignInOptions | undefined): void => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get('/sign-in', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { people: options?.people ?? [] }
  })

  if (options === undefined) return
  const { people, ...keys } = options
  app.post('/sign-in', { schema: { hide: true, body: signInBodySchema } }, async (request, reply) => {
    const person = people.find(({ id }) => id === request.body.id)
    if (person === undefined) throw problem('not_found', 'There is nobody of that id to sign in as')
    reply.header('cache-control', 'no-store')
    const issuedAtSeconds = Math.floor(Date.now() / 1_000)
    const { id: subject, roles } = person
    return { token: signToken({ ...keys, subject, roles, issuedAtSeconds, lifetimeSeconds: dayOfSeconds }) }
  })
}
