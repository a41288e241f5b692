/** Imports a plan as its people would: the athlete sends the plan, its coach the amendment. */
import type { DemoPlan } from '../../demo-plans/demo-plan.ts'
import { demoUser } from '../../demo-plans/demo-plans.ts'
import type { DemoService } from './demo-service.ts'

/** Answers the plan's id. */
export const importDemoPlan = async ({ send }: DemoService, { document }: DemoPlan): Promise<string> => {
  const { amendment, coachId } = document
  const coached = coachId !== undefined && coachId !== demoUser
  const sent = coached ? { ...document, amendment: undefined } : document
  const { body } = await send({ method: 'POST', path: '/api/v1/plans', user: demoUser, body: sent })
  const { id } = body as { id: string }
  if (coached && amendment) {
    const path = `/api/v1/plans/${id}/amendment`
    const { etag } = await send({ method: 'GET', path, user: coachId })
    await send({ method: 'PUT', path, user: coachId, body: amendment, ifMatch: etag ?? '*' })
  }
  return id
}
