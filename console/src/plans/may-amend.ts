/** Whom the service would let write a plan's amendment (docs/plans.md); it decides, this only saves a vain try. */
import type { Plan } from '../service/answers.ts'
import type { Visitor } from '../service/visitor.ts'

export const mayAmend = ({ id, roles }: Visitor, { ownerId, coachId }: Plan): boolean =>
  roles.includes('admin') || id === (coachId ?? ownerId)
