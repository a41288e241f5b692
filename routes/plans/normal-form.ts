/** A document's normal form, what it leaves out filled in by the movement library; or the answer that lists its faults. */
import { linkByName } from '../../domain/movements/link-by-name.ts'
import type { MovementNames } from '../../domain/movements/wanted.ts'
import type { NormalPlan, PlanDocument } from '../../domain/plan/document.ts'
import { normalisePlan } from '../../domain/plan/normalise.ts'
import { faultsProblem } from '../refuse-faults.ts'

export const normalForm = (document: PlanDocument, library: MovementNames): NormalPlan => {
  const checked = normalisePlan(linkByName(document, library), (slug) => library.bySlug(slug))
  if (!checked.ok) throw faultsProblem(checked.faults)
  return checked.value
}
