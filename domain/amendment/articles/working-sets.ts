/** A4, working sets. */
import type { Layout } from '../../clock/layout.ts'
import type { Article, Violation } from '../article.ts'
import { dosesOf, isNewGroup, sparesRemain } from '../retained.ts'
import type { SessionRules } from '../session-rules.ts'

export const workingSets = Object.freeze<Article>({
  id: 'A4',
  title: 'Working sets',
  statement:
    'A core lift loses a set only when no unpinned non-core set is left, and never falls under its floor; a cap, where the coach sets one, holds in every compressed session.',
  check: ({ rules }, { layout, outcome }) => {
    if (outcome === 'unchanged') return []
    const spares = sparesRemain(rules, layout)
    const uncapped = onlyTheBannedIsOut(rules, layout)
    return dosesOf(layout)
      .filter(({ exercise }) => exercise.role === 'core' && !rules.isProtected(exercise.id))
      .flatMap(({ exercise, retained }): Violation[] => {
        const { fewestSets, mostSets } = rules.of(exercise.id)
        const sets = retained.length
        const say = (message: string): Violation[] => [
          { article: 'A4', exerciseId: exercise.id, message: `${exercise.name} ${message}` },
        ]
        if (sets < fewestSets) return say(`keeps ${sets} sets, under its floor of ${fewestSets}`)
        if (sets < mostSets && spares) return say('lost a set while unpinned accessory sets were left')
        if (sets > mostSets && !uncapped) return say(`keeps ${sets} sets, over its cap of ${mostSets}`)
        return []
      })
  },
})

/** Article A10: what fits once the banned is out stays as programmed, uncapped. */
const onlyTheBannedIsOut = (rules: SessionRules, layout: Layout): boolean => {
  const doses = dosesOf(layout)
  return (
    rules.allowed.length < rules.session.exercises.length &&
    doses.length === rules.allowed.length &&
    !layout.some(isNewGroup) &&
    doses.every(
      ({ exercise, retained, level, rampSets }) =>
        retained.length === exercise.workingSets.length &&
        level === 'programmed' &&
        rampSets === exercise.warmupSets.length,
    )
  )
}
