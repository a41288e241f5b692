/** A stored plan and a compressed session of it, for tests of what is applied. */
import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { defaultAmendment } from '../../domain/amendment/amendment.ts'
import { prepareSession } from '../../domain/clock/prepare-session.ts'
import { compressSession } from '../../domain/compressor/compress.ts'
import type { NewApplication } from '../../store/application-store.ts'
import { createPlanStore, type PlanStore } from '../../store/plan-store.ts'
import { exercise, normal, plan } from '../domain/plan/build-plan.ts'

const document = normal(plan([exercise({ name: 'Curl', sets: 5 }), exercise({ name: 'Row', sets: 5 })]))
const [microcycle] = document.microcycles
const session = microcycle!.sessions[0]!

export const answer = compressSession(prepareSession(session, 1), defaultAmendment, 15)

export const storedPlan = async (knex: Knex): Promise<{ id: string; planStore: PlanStore }> => {
  const planStore = createPlanStore(knex, randomUUID)
  const { id } = await planStore.create({ ownerId: 'athlete-1', plan: document, amendment: {} })
  return { id, planStore }
}

export const planDocument = document

export const application = (planId: string, change: Partial<NewApplication> = {}): NewApplication => ({
  planId,
  planVersion: 1,
  sessionId: session.id,
  date: '2026-03-02',
  targetMinutes: 15,
  unavailableEquipment: [],
  programmeDigest: 'digest',
  session: answer,
  appliedBy: 'athlete-1',
  ...change,
})
