/** A6, prescription. */

import type { SetDocument } from '../../plan/document.ts'
import type { SessionExercise } from '../../plan/session.ts'
import { topSetIndex } from '../../plan/top-set.ts'
import type { Article, CompressedSession, ProgrammedSession, Violation } from '../article.ts'
import { dosesOf } from '../retained.ts'

/** Sets are trimmed around the top set: what stays is an unbroken run that holds it, and only ends after it if whole before it. */
const isTrimmedAroundTop = (retained: readonly number[], top: number): boolean => {
  const first = retained[0]!
  const last = retained.at(-1)!
  const unbroken = last - first === retained.length - 1
  const holdsTop = first <= top && top <= last
  return unbroken && holdsTop && (last === top || first === 0)
}

const violation = (exercise: SessionExercise, message: string): Violation => ({
  article: 'A6',
  exerciseId: exercise.id,
  message: `${exercise.name} ${message}`,
})

const untrimmed = ({ layout }: CompressedSession): Violation[] =>
  dosesOf(layout)
    .filter(
      ({ exercise, retained }) =>
        retained.length === 0 ||
        retained.at(-1)! >= exercise.workingSets.length ||
        !isTrimmedAroundTop(retained, topSetIndex(exercise.workingSets)),
    )
    .map(({ exercise }) => violation(exercise, 'lost its top set, or sets out of turn'))

/** Reps, seconds, load and effort; tempo and sides show in the seconds of work. */
const asksTheSame = (one: SetDocument, other: SetDocument): boolean =>
  one === other || asked.every((what) => one[what] === other[what])
const asked = ['reps', 'seconds', 'load', 'rpe'] as const

const changed = ({ rules }: ProgrammedSession, { layout }: CompressedSession): Violation[] =>
  dosesOf(layout)
    .filter(({ exercise, retained }) => {
      const programmed = rules.session.exercises.find(({ id }) => id === exercise.id)
      if (programmed === undefined) return true
      return retained.some((index) => {
        const [before, after] = [programmed.workingSets[index], exercise.workingSets[index]]
        return (
          before !== after &&
          (before === undefined ||
            after === undefined ||
            before.workSeconds !== after.workSeconds ||
            !asksTheSame(before.prescription, after.prescription))
        )
      })
    })
    .map(({ exercise }) => violation(exercise, 'no longer asks for what the coach wrote'))

export const prescription = Object.freeze<Article>({
  id: 'A6',
  title: 'Prescription',
  statement:
    'Reps, load, effort and tempo of a retained set never change; sets are trimmed around the top set, those after it first.',
  check: (programmed, compressed) => [...untrimmed(compressed), ...changed(programmed, compressed)],
})
