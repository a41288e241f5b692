/**
 * What the movement library makes of a plan. A resource of its own, because the plan's document is the client's: beside
 * it, every write says in a header how much is unknown.
 */
import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { planMovements } from '../../domain/movements/plan-movements.ts'
import type { StoredPlan } from '../../store/plan-row.ts'
import { findPlan } from '../find-plan.ts'
import { planParametersSchema } from './schemas.ts'

const places = {
  name: Type.String({ description: 'Of the first exercise.' }),
  exercises: Type.Array(Type.String(), { description: 'JSON Pointers into the plan, up to 20.' }),
  count: Type.Integer({ description: 'How many exercises there are.' }),
}

const planMovementsSchema = Type.Object({
  planId: Type.String(),
  planVersion: Type.Integer(),
  resolved: Type.Array(
    Type.Object({
      ...places,
      movement: Type.String({ description: 'Slug of the movement that it is.' }),
      by: Type.Unsafe<'slug' | 'name'>({
        type: 'string',
        enum: ['slug', 'name'],
        description: 'What told: the slug that the plan names, or the name, which may be an alias.',
      }),
    }),
    { description: 'Each known slug or name once, in the order of the plan.' },
  ),
  unresolved: Type.Array(
    Type.Object({
      ...places,
      movement: Type.Union([Type.String(), Type.Null()], {
        description: 'The slug that the plan names; null where it names none, and the name is not known.',
      }),
      nameIsOf: Type.Union([Type.String(), Type.Null()], {
        description: 'The slug of the movement of that name, where only the slug is not known.',
      }),
    }),
    { description: 'Each unknown slug or name once, in the order of the plan.' },
  ),
})

/** How many slugs and names of the stored plan the library does not know, and where they are listed. */
export const announceUnresolved = (
  app: FastifyInstance,
  reply: FastifyReply,
  stored: Pick<StoredPlan, 'id' | 'plan'>,
): void => {
  reply.header('movements-unresolved', planMovements(stored.plan, app.movementLibrary).unresolved.length)
  reply.header('link', `<${app.prefix}/${stored.id}/movements>; rel="related"; title="movements"`)
}

const planMovementsRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/:planId/movements',
    {
      config: { problems: ['plan_not_found'] },
      schema: {
        operationId: 'readPlanMovements',
        summary: 'Which movements of the library the exercises of a plan are, and what it could not resolve',
        tags: ['plans'],
        params: planParametersSchema,
        response: { 200: planMovementsSchema },
      },
    },
    async (request) => {
      const { id, version, plan } = await findPlan(app.planStore, request.params.planId, request.user)
      const answer = { planId: id, planVersion: version, ...planMovements(plan, app.movementLibrary) }
      return answer as unknown as Static<typeof planMovementsSchema>
    },
  )
}

export default planMovementsRoute
