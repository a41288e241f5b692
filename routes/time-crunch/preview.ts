/** A plan compressed to the minutes an athlete has: every session answered, audited, and added up. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import type { AmendmentDocument } from '../../domain/plan/document.ts'
import type { PreparedPlan } from '../../plugins/compressor/compressor-service.ts'
import { problem } from '../../problems.ts'
import type { PlanVersion } from '../../store/plan-store.ts'
import { findPlan, findPlanVersion } from '../find-plan.ts'
import { computationOf } from './computation.ts'
import { proposedAmendment } from './proposed-amendment.ts'
import { refuseViolations } from './refuse-violations.ts'
import { previewAnswerSchema, previewRequestSchema } from './schemas.ts'
import { selectSessions } from './select-sessions.ts'
import { equipmentOf, swapDay } from './swap-day.ts'
import { type PreviewText, writePreview } from './write-preview.ts'

const nothingLeft = (isSwapped: boolean): string =>
  isSwapped
    ? 'The selected sessions hold no exercise that can be done without this equipment'
    : 'The selected sessions hold no exercise'

const previewRoute: FastifyPluginAsyncTypebox = async (app) => {
  const previews = app.compressor.answerCache<PreviewText>('preview')

  app.post(
    '/preview',
    {
      config: {
        problems: [
          'feature_not_available',
          'plan_not_found',
          'session_not_found',
          'plan_not_compressible',
          'unknown_vocabulary',
          'forbidden',
          'amendment_contradiction',
        ],
      },
      schema: {
        operationId: 'previewTimeCrunch',
        summary: 'Compress a plan to the minutes there are; nothing is stored',
        description:
          'With `amendment`, whoever may write the amendment sees what another one would do, without saving it: what is left out of it has its default.',
        tags: ['time-crunch'],
        body: previewRequestSchema,
        response: { 200: previewAnswerSchema },
      },
    },
    async (request, reply) => {
      const { planId, targetMinutes, unavailableEquipment, amendment, ...asked } = request.body
      const unavailable = unavailableEquipment && equipmentOf(unavailableEquipment)
      const keyOf = ({ id, version, updatedAt }: PlanVersion): string =>
        JSON.stringify([
          id,
          version,
          updatedAt,
          targetMinutes,
          asked,
          ...(unavailable ? [unavailable, app.movementLibrary.revision()] : []),
        ])

      const preview = async (plan: PreparedPlan): Promise<PreviewText> => {
        const selection = selectSessions(plan, asked)
        const day = unavailable && (await swapDay(app, plan, selection, unavailable))
        const planners = await app.compressor.planners(day?.plan ?? plan, selection)
        if (planners.every((planner) => planner.isEmpty)) {
          throw problem('plan_not_compressible', nothingLeft(day !== undefined))
        }
        const head = { planId: plan.id, planVersion: plan.version, targetMinutes }
        return writePreview(
          reply,
          head,
          planners,
          (each, minutes, visit) => app.compressor.eachAnswer(each, minutes, visit),
          (audited) => refuseViolations(app, request, audited, head),
          day?.swaps,
        )
      }

      /** Kept for whoever asks the same of the same version. */
      const asSaved = async (): Promise<PreviewText> => {
        const version = await findPlanVersion(app.planStore, planId, request.user)
        const ready = previews.find(keyOf(version))
        if (ready !== undefined) return ready
        const plan = await app.compressor.prepare(version, () =>
          findPlan(app.planStore, planId, request.user),
        )
        request.computation = computationOf(app, plan, { isSwapped: unavailable !== undefined })
        return previews.make(keyOf(plan), () => preview(plan))
      }
      const asProposed = async (proposed: AmendmentDocument): Promise<PreviewText> => {
        const plan = await proposedAmendment(app, planId, request.user, proposed)
        request.computation = computationOf(app, plan, {
          isSwapped: unavailable !== undefined,
          amendment: proposed,
        })
        return preview(plan)
      }
      const answer = amendment === undefined ? await asSaved() : await asProposed(amendment)
      for (const { outcome, strategy, ratio } of answer.sessions) {
        app.timeCrunchMetrics.session(outcome, strategy, ratio)
      }
      // Written already, by the same schema.
      return (reply as FastifyReply).type('application/json; charset=utf-8').send(answer.body)
    },
  )
}

export default previewRoute
