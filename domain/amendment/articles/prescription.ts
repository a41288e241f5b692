/** A6, prescription. */
import { topSetIndex } from '../../plan/top-set.ts'
import type { Article, Violation } from '../article.ts'
import { dosesOf } from '../retained.ts'

/** Sets are trimmed around the top set: what stays is an unbroken run that holds it, and only ends after it if whole before it. */
const isTrimmedAroundTop = (retained: readonly number[], top: number): boolean => {
  const first = retained[0]!
  const last = retained.at(-1)!
  const unbroken = last - first === retained.length - 1
  const holdsTop = first <= top && top <= last
  return unbroken && holdsTop && (last === top || first === 0)
}

export const prescription = Object.freeze<Article>({
  id: 'A6',
  title: 'Prescription',
  statement:
    'Reps, load, effort and tempo of a retained set never change; sets are trimmed around the top set, those after it first.',
  check: (_programmed, { layout }) =>
    dosesOf(layout)
      .filter(
        ({ exercise, retained }) =>
          retained.length === 0 ||
          retained.at(-1)! >= exercise.workingSets.length ||
          !isTrimmedAroundTop(retained, topSetIndex(exercise.workingSets)),
      )
      .map(
        ({ exercise }): Violation => ({
          article: 'A6',
          exerciseId: exercise.id,
          message: `${exercise.name} lost its top set, or sets out of turn`,
        }),
      ),
})
