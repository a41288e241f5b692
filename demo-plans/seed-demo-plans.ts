/** Puts the demo plans into the database of a development server, once, for the demo user. */
import type { FastifyInstance } from 'fastify'
import { withDefaults } from '../domain/amendment/amendment.ts'
import { checkAmendment } from '../domain/amendment/contradictions.ts'
import type { PlanDocument } from '../domain/plan/document.ts'
import type { Fault } from '../domain/plan/faults.ts'
import { normalisePlan } from '../domain/plan/normalise.ts'
import { createPlanStore } from '../store/plan-store.ts'
import type { DemoPlan } from './demo-plan.ts'
import { demoPlans, demoUser } from './demo-plans.ts'

const uniqueViolation = '23505'

const faultyDemoPlan = ({ name }: PlanDocument, faults: readonly Fault[]): Error =>
  new Error(
    `The demo plan "${name}" breaks a rule: ${faults.map(({ path, message }) => `${path} ${message}`).join('; ')}`,
  )

const seedDemoPlan = async (app: FastifyInstance, { id, document }: DemoPlan): Promise<boolean> => {
  const owner = { id: demoUser, roles: [] }
  // Found is enough: an edited plan belongs to whoever edited it.
  if (await app.planStore.findVisiblePlan(id, owner)) return false
  const { amendment = {}, ...rest } = document
  const checked = normalisePlan(rest)
  if (!checked.ok) throw faultyDemoPlan(document, checked.faults)
  const faults = checkAmendment(withDefaults(amendment), checked.value)
  if (faults.length > 0) throw faultyDemoPlan(document, faults)
  try {
    await createPlanStore(app.database.knex, () => id).create({
      ownerId: demoUser,
      plan: checked.value,
      amendment,
    })
    return true
  } catch (error) {
    // Another instance that started at the same moment was quicker.
    if ((error as { code?: string }).code === uniqueViolation) return false
    throw error
  }
}

/**
 * Each plan has a fixed id, so that it is never there twice and nothing is ever written over; one that was deleted
 * comes back with the next start. Takes an app that is ready, and answers how many plans it added.
 */
export const seedDemoPlans = async (app: FastifyInstance): Promise<number> => {
  let added = 0
  for (const demoPlan of demoPlans) {
    if (await seedDemoPlan(app, demoPlan)) added += 1
  }
  app.log.info({ added }, 'demo plans are in place')
  return added
}
