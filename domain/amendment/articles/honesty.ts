/** A11, honesty. */
import { layoutSeconds } from '../../clock/layout.ts'
import type { Article, Violation } from '../article.ts'

export const honesty = Object.freeze<Article>({
  id: 'A11',
  title: 'Honesty',
  statement:
    'The reported duration is the clock of the session; when even the protected minimum is longer than the time there is, the answer says so.',
  check: ({ budgetSeconds }, compressed) => {
    const { layout, outcome, durationSeconds, meetsTimeConstraint, minimumAchievableSeconds } = compressed
    const clock = layoutSeconds(layout)
    const faults: [boolean, string][] = [
      [clock !== durationSeconds, `the session takes ${clock} s, but ${durationSeconds} s are reported`],
      [
        meetsTimeConstraint !== durationSeconds <= budgetSeconds,
        `${durationSeconds} s of ${budgetSeconds} s are reported as ${meetsTimeConstraint ? 'fitting' : 'not fitting'}`,
      ],
      [
        meetsTimeConstraint === (outcome === 'unmet'),
        `the outcome ${outcome} does not go with the time constraint`,
      ],
      [
        minimumAchievableSeconds > durationSeconds,
        `the minimum of ${minimumAchievableSeconds} s is longer than the session`,
      ],
      [
        outcome === 'unmet' && minimumAchievableSeconds <= budgetSeconds,
        `the minimum of ${minimumAchievableSeconds} s would have fitted`,
      ],
    ]
    return faults
      .filter(([fault]) => fault)
      .map(([, message]): Violation => ({ article: 'A11', exerciseId: null, message }))
  },
})
