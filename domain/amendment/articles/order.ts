/** A2, order. */
import type { LaidSegment } from '../../clock/layout.ts'
import type { Article } from '../article.ts'

const sections = ['warm-ups', 'core lifts', 'the rest', 'cool-downs']

/** 0 warm-up, 1 core lift or a group around one, 2 the rest, 3 cool-down. */
export const sectionOf = (segment: LaidSegment): number => {
  const roles = segment.doses.map((dose) => dose.exercise.role)
  if (roles[0] === 'warmup') return 0
  if (roles.includes('core')) return 1
  return roles[0] === 'cooldown' ? 3 : 2
}

export const order = Object.freeze<Article>({
  id: 'A2',
  title: 'Order',
  statement:
    'A compressed session goes warm-ups that stay, core lifts, the rest, cool-downs that stay; within each, in programmed order.',
  check: ({ rules }, { layout, outcome }) => {
    if (outcome === 'unchanged') return []
    const programmed = new Map(rules.session.exercises.map((exercise, index) => [exercise.id, index]))
    const places = layout.map((segment) => ({
      section: sectionOf(segment),
      place: programmed.get(segment.doses[0]!.exercise.id)!,
      first: segment.doses[0]!.exercise,
    }))
    return places.flatMap((here, index) => {
      const before = places[index - 1]
      const late =
        before &&
        (before.section > here.section || (before.section === here.section && before.place > here.place))
      return late
        ? [
            {
              article: 'A2' as const,
              exerciseId: here.first.id,
              message: `${here.first.name} (${sections[here.section]}) comes after ${before.first.name} (${sections[before.section]})`,
            },
          ]
        : []
    })
  },
})
