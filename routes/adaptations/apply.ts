/** Somebody takes proposals: the plan gets a new version, as if they had written it themselves. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { applyProposals, findConflict } from '../../domain/adaptation/apply-proposals.ts'
import type { Proposal } from '../../domain/adaptation/proposal.ts'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import { checkAmendment } from '../../domain/amendment/contradictions.ts'
import { normalisePlan } from '../../domain/plan/normalise.ts'
import { problem } from '../../problems.ts'
import type { Caller } from '../../store/caller.ts'
import type { StoredPlan } from '../../store/plan-row.ts'
import { findPlan } from '../find-plan.ts'
import { etagOf, requireVersion, versionConflict } from '../if-match.ts'
import { mayAmend, requireCoachsWordKept } from '../plans/permissions.ts'
import { presentPlan } from '../plans/present.ts'
import { planParametersSchema, planSchema, writeProblems } from '../plans/schemas.ts'
import { faultsProblem, refuseFaults } from '../refuse-faults.ts'
import { ifMatchSchema } from '../schemas.ts'
import { adapt } from './adapt.ts'
import { applySchema } from './schemas.ts'

/** The proposals that are meant, in their own order, or the answer that some of them are no longer made. */
const choose = (proposals: readonly Proposal[], ids: readonly string[]): Proposal[] => {
  const known = new Set(proposals.map(({ id }) => id))
  const errors = ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ path: `/proposalIds/${index}`, message: 'is not a proposal for the plan as it stands' }],
  )
  if (errors.length > 0) {
    const detail = 'Some of these are not proposed, or no longer; read the adaptations again'
    throw problem('state_conflict', detail, { errors: errors.slice(0, 100) })
  }
  const wanted = new Set(ids)
  return proposals.filter(({ id }) => wanted.has(id))
}

const refuseConflict = (proposals: readonly Proposal[], ids: readonly string[]): void => {
  const conflict = findConflict(proposals)
  if (!conflict) return
  const named = [conflict.one, conflict.other].map(({ kind, target }) => `${kind} (${target.name})`)
  throw problem(
    'state_conflict',
    `${named.join(' and ')} change or bring in the same exercise; apply one of them`,
    {
      errors: [conflict.one, conflict.other].map(({ id }) => ({
        path: `/proposalIds/${ids.indexOf(id)}`,
        message: 'changes or brings in what another of these does too',
      })),
    },
  )
}

/** The plan with these proposals, held against every rule that a plan which is sent is held against. */
const adapted = (before: StoredPlan, proposals: readonly Proposal[], caller: Caller) => {
  const amendment = withDefaults(before.amendment)
  const checked = normalisePlan(applyProposals(before.plan, proposals))
  if (!checked.ok) throw faultsProblem(checked.faults)
  if (!mayAmend(caller, before.ownerId, before.coachId)) {
    requireCoachsWordKept(before.plan, checked.value, amendment)
  }
  refuseFaults(checkAmendment(amendment, checked.value))
  return checked.value
}

const applyRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/:planId/adaptations/apply',
    {
      config: { problems: [...writeProblems, 'state_conflict'] },
      schema: {
        operationId: 'applyAdaptations',
        summary: 'Take proposals: a new version of the plan',
        tags: ['adaptation'],
        params: planParametersSchema,
        headers: ifMatchSchema,
        body: applySchema,
        response: { 200: planSchema },
      },
    },
    async (request, reply) => {
      const { proposalIds } = request.body
      const before = await findPlan(app.planStore, request.params.planId, request.user)
      requireVersion(request.headers['if-match'], before.version, 'plan')
      const { proposals } = await adapt(app, before)
      const chosen = choose(proposals, proposalIds)
      refuseConflict(chosen, proposalIds)
      // Nothing but holds: the plan stays as it is, and so does its version.
      const isChange = chosen.some(({ changes }) => changes.length > 0)
      const stored = isChange
        ? await app.planStore.replace(before.id, before.version, adapted(before, chosen, request.user))
        : before
      if (!stored) throw versionConflict('plan')
      reply.header('etag', etagOf(stored.version))
      return presentPlan(stored)
    },
  )
}

export default applyRoute
