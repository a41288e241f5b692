/** A3, isolation. */
import type { SessionExercise } from '../../plan/session.ts'
import type { Article, CompressedSession, ProgrammedSession, Violation } from '../article.ts'
import { isInvented, isNewGroup } from '../retained.ts'

const violation = (exercise: SessionExercise, message: string): Violation => ({
  article: 'A3',
  exerciseId: exercise.id,
  message: `${exercise.name} ${message}`,
})

const paired = ({ rules }: ProgrammedSession, { layout }: CompressedSession): Violation[] =>
  layout
    .filter((segment) => isNewGroup(segment) || isInvented(rules, segment))
    .flatMap((segment) => segment.doses)
    .filter((dose) => dose.exercise.role === 'core')
    .map((dose) => violation(dose.exercise, 'is a core lift and was put in a new group'))

/** Groups around a core lift stay whole: every member, every set and its rest, the whole ramp, in one group. */
const broken = ({ rules }: ProgrammedSession, { layout }: CompressedSession): Violation[] =>
  rules.units
    .filter((unit) => rules.isProtected(unit[0]!.id))
    .flatMap((unit) => {
      const group = layout.find(
        (segment) =>
          segment.kind === 'programmed_group' &&
          segment.doses.length === unit.length &&
          segment.doses.every((dose, index) => dose.exercise.id === unit[index]!.id),
      )
      if (group === undefined) {
        return [violation(unit[0]!, 'leads a group around a core lift that is no longer whole')]
      }
      return group.doses
        .filter(
          ({ exercise, retained, rampSets, level }) =>
            retained.length < exercise.workingSets.length ||
            rampSets < exercise.warmupSets.length ||
            level !== 'programmed',
        )
        .map(({ exercise }) =>
          violation(exercise, 'is not as programmed, although its group holds a core lift'),
        )
    })

export const isolation = Object.freeze<Article>({
  id: 'A3',
  title: 'Isolation',
  statement:
    'A core lift is never paired or blocked; a group that the coach programmed around a core lift is protected whole, as programmed.',
  check: (programmed, compressed) => [...paired(programmed, compressed), ...broken(programmed, compressed)],
})
