/** Real programmes at the targets a reviewer tries: within the target or unmet, unchanged where they fit, never worse for more time. */
import t from 'tap'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { defaultLimits } from '../../../domain/compressor/compress.ts'
import { contentKey, contentOf } from '../../../domain/compressor/content.ts'
import { SessionPlanner } from '../../../domain/compressor/session-planner.ts'
import { solveSession } from '../../../domain/compressor/solve.ts'
import { normalisePlan } from '../../../domain/plan/normalise.ts'
import { sharedPlans } from '../plan/shared-plans.ts'

const targets = [15, 20, 30, 45, 60, 75, 90, 120, 180]

for (const { file, document } of sharedPlans()) {
  t.test(file, async (t) => {
    const checked = normalisePlan(document)
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
    const amendment = withDefaults(document.amendment)
    const seen = new Set<string>()
    for (const { weekNumber, sessions } of checked.value.microcycles) {
      for (const normal of sessions) {
        const session = prepareSession(normal, weekNumber)
        const key = contentKey(contentOf(session, amendment), defaultLimits)
        if (seen.has(key)) continue
        seen.add(key)
        const planner = new SessionPlanner(
          session,
          amendment,
          solveSession(session, amendment, defaultLimits),
        )
        let before = { outcome: 'unmet', size: 0, strength: 0 }
        for (const minutes of targets) {
          const what = `${normal.name}, week ${weekNumber}, ${minutes} minutes`
          const { answer, values, violations } = planner.answer(minutes)
          const budget = minutes * 60 - amendment.bufferSeconds
          const fits = answer.originalDurationSeconds <= budget
          t.same(violations, [], what)
          t.equal(answer.outcome !== 'unmet', answer.compressedDurationSeconds <= budget, what)
          t.equal(answer.outcome === 'unchanged', fits && amendment.banned.length === 0, what)
          if (answer.outcome === 'unmet')
            t.equal(answer.compressedDurationSeconds, answer.minimumAchievableSeconds, what)
          if (before.outcome !== 'unmet') {
            t.ok(values.after.size >= before.size - 1e-9, `${what}: size`)
            t.ok(values.after.strength >= before.strength - 1e-9, `${what}: strength`)
          }
          before = { outcome: answer.outcome, ...values.after }
        }
      }
    }
    t.ok(seen.size > 0)
  })
}
