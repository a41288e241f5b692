/** Stored plans as answers. */
import type { Static } from '@fastify/type-provider-typebox'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import type { PlanSummary, StoredPlan } from '../../store/plan-row.ts'
import type { versionedAmendmentSchema } from './schemas.ts'

const readOnly = ({ id, version, ownerId, createdAt, updatedAt }: PlanSummary) => ({
  id,
  version,
  ownerId,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
})

export const presentPlan = (stored: StoredPlan) => ({ ...readOnly(stored), ...stored.plan })

export const presentSummary = (summary: PlanSummary) => ({
  ...readOnly(summary),
  name: summary.name,
  ...(summary.coachId !== null && { coachId: summary.coachId }),
})

export const presentAmendment = ({ amendment, amendmentVersion }: StoredPlan) =>
  ({ version: amendmentVersion, amendment: withDefaults(amendment) }) as Static<
    typeof versionedAmendmentSchema
  >
