/** A1, presence. */
import type { Article } from '../article.ts'
import { dosesOf } from '../retained.ts'

export const presence = Object.freeze<Article>({
  id: 'A1',
  title: 'Presence',
  statement: 'Every core lift of the session stays.',
  check: ({ rules }, { layout }) => {
    const kept = new Set(dosesOf(layout).map((dose) => dose.exercise.id))
    return rules.session.exercises
      .filter((exercise) => exercise.role === 'core' && !kept.has(exercise.id))
      .map((exercise) => ({
        article: 'A1' as const,
        exerciseId: exercise.id,
        message: `${exercise.name} is a core lift and was dropped`,
      }))
  },
})
