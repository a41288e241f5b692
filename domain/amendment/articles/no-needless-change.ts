/** A10, no needless change. */
import { type Layout, layoutSeconds, segmentAsProgrammed } from '../../clock/layout.ts'
import type { Article, Violation } from '../article.ts'

const asWritten = (layout: Layout): string[] =>
  layout.map(({ kind, doses }) =>
    [
      kind,
      ...doses.map((dose) => `${dose.exercise.id} ${dose.retained} ${dose.restSeconds} ${dose.rampSets}`),
    ].join(' | '),
  )

const violation = (message: string): Violation[] => [{ article: 'A10', exerciseId: null, message }]

export const noNeedlessChange = Object.freeze<Article>({
  id: 'A10',
  title: 'No needless change',
  statement:
    'A session that fits, and holds nothing banned, is returned unchanged; if it fits once the banned is out, what is left stays as programmed.',
  check: ({ rules, budgetSeconds }, { layout, outcome }) => {
    const { programmed } = rules
    const holdsBanned = rules.allowed.length < rules.session.exercises.length
    if (!holdsBanned && layoutSeconds(programmed) <= budgetSeconds) {
      const same = asWritten(layout).join('\n') === asWritten(programmed).join('\n')
      return same && outcome === 'unchanged' ? [] : violation('the session fits and was changed')
    }
    if (outcome === 'unchanged')
      return violation('the session does not fit as programmed and was left unchanged')
    if (!holdsBanned) return []
    const allowed = rules.units.map(segmentAsProgrammed)
    if (layoutSeconds(allowed) > budgetSeconds) return []
    const same = asWritten(layout).sort().join('\n') === asWritten(allowed).sort().join('\n')
    return same ? [] : violation('the session fits without what is banned, and more than that was changed')
  },
})
