/** What of an exercise was meant on a day that Time Crunch Mode may have shortened: how many sets, of which movement. */
import type { AppliedSession } from '../applications/applied-session.ts'
import { workingSetCount } from '../plan/check-sets.ts'
import type { NormalExercise } from '../plan/document.ts'

/** None of what the session of that day had dropped. */
const setsIn = ({ segments }: AppliedSession, exerciseId: string): number =>
  segments
    .flatMap(({ exercises }) => exercises)
    .filter((exercise) => exercise.exerciseId === exerciseId)
    .flatMap(({ sets }) => sets)
    .filter(({ warmup }) => warmup !== true).length

/** Working sets that a day meant: those of its shortened session, else the plan's. */
export const meantSets = (exercise: NormalExercise, shortened: AppliedSession | undefined): number =>
  shortened ? setsIn(shortened, exercise.id) : workingSetCount(exercise)

/** What took the exercise's place that day; nothing where it was done itself. */
export const inItsPlace = (
  exercise: NormalExercise,
  shortened: AppliedSession | undefined,
): { readonly movement?: string } => {
  const swaps = shortened && 'swaps' in shortened ? shortened.swaps : []
  const movement = swaps.find(({ exerciseId }) => exerciseId === exercise.id)?.movement ?? undefined
  return movement === undefined ? {} : { movement }
}
