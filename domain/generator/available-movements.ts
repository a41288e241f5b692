/** Which movements of the library an intent leaves, what each is good for, and why the others are out. */
import { noStation } from '../clock/station.ts'
import type { Movement, MovementPattern } from '../movements/movement.ts'
import { experiences, type TrainingIntent } from './intent.ts'

export type Exclusion = 'equipment' | 'limitation' | 'experience'

/** Movements one level above the athlete's are allowed (and come later), those two above are not. */
export const levelsAbove = (movement: Movement, { experience }: TrainingIntent): number =>
  Math.max(0, experiences.indexOf(movement.level) - experiences.indexOf(experience))

/** Where there is one of these, there is a bar to hang from and a bench to lie on. */
const gymEquipment = ['barbell', 'machine', 'cable', 'other'] as const

/** The own body is always there; the bar or the bench that a body-weight movement names as its station is not. */
const hasPlace = (
  { equipment, station = noStation }: Movement,
  { equipment: owned }: TrainingIntent,
): boolean =>
  equipment !== 'body_only' || station === noStation || gymEquipment.some((word) => owned.has(word))

/** Undefined when the movement may be used. A muscle to avoid is avoided as a helper too: pain does not ask. */
export const exclusionOf = (movement: Movement, intent: TrainingIntent): Exclusion | undefined => {
  const { avoided, equipment } = intent
  if (
    avoided.slugs.has(movement.slug) ||
    avoided.patterns.has(movement.pattern) ||
    [...movement.primaryMuscles, ...movement.secondaryMuscles].some((muscle) => avoided.muscles.has(muscle))
  ) {
    return 'limitation'
  }
  if (!equipment.has(movement.equipment) || !hasPlace(movement, intent)) return 'equipment'
  return levelsAbove(movement, intent) > 1 ? 'experience' : undefined
}

/**
 * Patterns that sets and repetitions can be planned for. Jumps and the Olympic lifts are left to a coach who can see
 * them; conditioning and mobility have their own places in a session.
 */
const liftingPatterns: ReadonlySet<MovementPattern> = new Set([
  'squat',
  'hinge',
  'lunge',
  'horizontal_push',
  'vertical_push',
  'horizontal_pull',
  'vertical_pull',
  'carry',
  'trunk',
  'isolation',
])

/** The neck is trained on request only: few want it, and it is easily overdone. */
const onRequest = 'neck'

export const isLifting = ({ pattern, primaryMuscles }: Movement, { priorities }: TrainingIntent): boolean =>
  liftingPatterns.has(pattern) && (priorities.has(onRequest) || !primaryMuscles.includes(onRequest))

/** In the order of their slugs, so that the order of the library decides nothing. */
export const availableMovements = (
  intent: TrainingIntent,
  movements: readonly Movement[],
): readonly Movement[] =>
  movements
    .filter((movement) => exclusionOf(movement, intent) === undefined)
    .sort((one, other) => (one.slug < other.slug ? -1 : 1))
