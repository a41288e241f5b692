/** A plan from a training intent: generated, explained, and stored when asked. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type GeneratedPlan, generatePlan } from '../../domain/generator/generate-plan.ts'
import type { IntentDocument } from '../../domain/generator/intent.ts'
import { etagOf } from '../if-match.ts'
import { normalForm } from '../plans/normal-form.ts'
import { presentPlan } from '../plans/present.ts'
import { faultsProblem } from '../refuse-faults.ts'
import { intentNotPossible } from './intent-not-possible.ts'
import {
  type GenerateRequest,
  generatedPlanSchema,
  generateRequestSchema,
  savedPlanSchema,
} from './schemas.ts'

const plansPath = '/api/v1/plans'

const intentOf = ({ save: _, ...intent }: GenerateRequest): IntentDocument => intent as IntentDocument

const generateRoute: FastifyPluginAsyncTypebox = async (app) => {
  const generate = (intent: IntentDocument): GeneratedPlan => {
    const movements = app.movementLibrary.all()
    const generation = generatePlan(intent, movements)
    if (generation.outcome === 'invalid') throw faultsProblem(generation.faults)
    if (generation.outcome === 'impossible') {
      throw intentNotPossible(generation.impossible, intent, movements)
    }
    return generation
  }

  app.post(
    '/generate',
    {
      config: { problems: ['unknown_vocabulary', 'intent_not_possible'] },
      schema: {
        operationId: 'generatePlan',
        summary: 'Generate a plan from a training intent; stored only with save',
        tags: ['plans'],
        body: generateRequestSchema,
        response: { 200: generatedPlanSchema, 201: savedPlanSchema },
      },
    },
    async (request, reply) => {
      const { plan: generated, explanations, weeklySets, seed } = generate(intentOf(request.body))
      // The same way in as any plan: a generated one is no better than one that somebody wrote.
      const plan = normalForm(generated, app.movementLibrary)
      const about = { explanations, weeklySets, seed }
      if (request.body.save !== true) return { plan, ...about }
      const stored = await app.planStore.create({ ownerId: request.user.id, plan, amendment: {} })
      reply.code(201).header('location', `${plansPath}/${stored.id}`).header('etag', etagOf(stored.version))
      return { plan: presentPlan(stored), ...about }
    },
  )
}

export default generateRoute
