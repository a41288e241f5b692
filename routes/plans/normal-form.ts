/** A document's normal form, or the answer that lists its faults. */
import type { NormalPlan, PlanDocument } from '../../domain/plan/document.ts'
import { normalisePlan } from '../../domain/plan/normalise.ts'
import { faultsProblem } from './refuse-faults.ts'

export const normalForm = (document: PlanDocument): NormalPlan => {
  const checked = normalisePlan(document)
  if (!checked.ok) throw faultsProblem(checked.faults)
  return checked.value
}
