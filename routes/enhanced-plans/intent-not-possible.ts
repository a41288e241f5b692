/** The answer to an intent that no plan can serve: what is impossible, and the nearest intents that are not. */
import type { Impossibility } from '../../domain/generator/impossibilities.ts'
import type { IntentDocument } from '../../domain/generator/intent.ts'
import { nearestPossible } from '../../domain/generator/nearest-possible.ts'
import type { Movement } from '../../domain/movements/movement.ts'
import { type ProblemError, problem } from '../../problems.ts'

/** A fault of a problem, and where it is a way out, the whole intent to send instead. */
interface Entry {
  path: string
  message: string
  nearest?: IntentDocument
}

export const intentNotPossible = (
  impossible: readonly Impossibility[],
  intent: IntentDocument,
  movements: readonly Movement[],
): ProblemError => {
  const proposals = nearestPossible(
    intent,
    impossible.map(({ part }) => part),
    movements,
  )
  const [first] = proposals
  const errors: Entry[] = [
    ...impossible.map(({ path, message }) => ({ path, message })),
    ...proposals.map(({ path, message, intent: nearest }) => ({ path, message, nearest })),
  ]
  const detail = first
    ? `No plan can do this; nearest: ${first.message}`
    : 'No plan can do this, and no single change of the intent makes it possible'
  return problem('intent_not_possible', detail, { errors })
}
