/** What a demo plan is, beside its document. */
import type { PlanDocument } from '../domain/plan/document.ts'

export interface DemoPlan {
  /** Fixed for good: it is how a start sees that the plan is there already, whatever became of its content. */
  readonly id: string
  /** How the demo command calls it. */
  readonly key: string
  readonly document: PlanDocument
  /** The target that the demo looks at closely: the one where most is to be seen. */
  readonly closeUpMinutes: number
}
