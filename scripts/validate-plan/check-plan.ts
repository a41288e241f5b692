/** Everything that the service would refuse in a plan document, without the service: shape, rules, amendment. */
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import { checkAmendment } from '../../domain/amendment/contradictions.ts'
import { linkByName } from '../../domain/movements/link-by-name.ts'
import { indexMovements } from '../../domain/movements/movement-index.ts'
import type { PlanDocument } from '../../domain/plan/document.ts'
import { normalisePlan } from '../../domain/plan/normalise.ts'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'
import { schemaFaults } from '../../plugins/errors/schema-faults.ts'
import { planDocumentSchema } from '../../routes/plans/schemas.ts'

export interface PlanFault {
  /** JSON Pointer (RFC 6901) into the document; empty for the whole of it. */
  readonly path: string
  readonly message: string
}

const shape = TypeCompiler.Compile(planDocumentSchema)
const library = indexMovements(movementsOfRelease)

/** Empty when the service would take the plan, as long as its library has no more than the release's movements. */
export const checkPlan = (value: unknown): PlanFault[] => {
  if (!shape.Check(value)) return schemaFaults(shape.Errors(value))
  const { amendment, ...document } = value as PlanDocument
  const checked = normalisePlan(linkByName(document, library), library.bySlug)
  const faults = checked.ok
    ? checkAmendment(withDefaults(amendment), checked.value, '/amendment')
    : checked.faults
  return faults.map(({ path, message }) => ({ path, message }))
}
