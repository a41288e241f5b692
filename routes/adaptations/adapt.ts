/** The proposals for a plan as it stands, from what has been reported of it. */
import type { FastifyInstance } from 'fastify'
import { alternativesIn } from '../../domain/adaptation/library-alternatives.ts'
import { adaptationParameters } from '../../domain/adaptation/parameters.ts'
import { type Adaptation, proposeAdaptations } from '../../domain/adaptation/propose.ts'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import type { StoredPlan } from '../../store/plan-row.ts'
import { today } from '../training-day.ts'

export const adapt = async (
  app: FastifyInstance,
  { id, plan, amendment }: StoredPlan,
): Promise<Adaptation> => {
  const reports = await app.feedbackStore.recent(id, adaptationParameters.windowDays.value)
  return proposeAdaptations({
    plan,
    amendment: withDefaults(amendment),
    reports,
    today: today(),
    findAlternatives: alternativesIn(app.movementLibrary),
  })
}
