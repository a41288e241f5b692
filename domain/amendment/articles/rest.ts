/** A5, rest. */
import { shortLevelSeconds } from '../../clock/dose.ts'
import type { Article, Violation } from '../article.ts'
import { dosesOf } from '../retained.ts'

export const rest = Object.freeze<Article>({
  id: 'A5',
  title: 'Rest',
  statement: 'The rest between core sets is never shortened, and no rest level is raised.',
  check: (_programmed, { layout }) =>
    dosesOf(layout).flatMap(({ exercise, restSeconds, retained }): Violation[] => {
      const say = (message: string): Violation[] => [
        { article: 'A5', exerciseId: exercise.id, message: `${exercise.name} ${message}` },
      ]
      if (restSeconds > exercise.restSeconds) return say(`rests ${restSeconds} s, more than programmed`)
      if (restSeconds === exercise.restSeconds) return []
      if (exercise.role === 'core') return say('is a core lift and its rest was shortened')
      if (retained.length < 2) return say('keeps one set and cannot rest short')
      return restSeconds === shortLevelSeconds(exercise)
        ? []
        : say(`rests ${restSeconds} s, which is no level of its own`)
    }),
})
