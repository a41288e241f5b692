/** The soak in small, on the service as a process: what it holds is the same after some thousands of previews. */
import t from 'tap'
import { runSoak } from '../../bench/soak/run-soak.ts'
import { verdictsOf } from '../../bench/soak/verdicts.ts'
import { postgresAnswers, testDatabaseUrl } from '../database.ts'

const isSkipped = (await postgresAnswers()) ? false : 'no PostgreSQL server answers (TEST_DATABASE_URL)'

t.test(
  '5,000 previews, with plans imported, amended and deleted on the way',
  { skip: isSkipped },
  async (t) => {
    const options = { previews: 5_000, samples: 10, users: 50, plans: 6, churn: 1, seed: 7 }
    const { samples, statuses, errors } = await runSoak(await testDatabaseUrl(t), options, (line) =>
      t.comment(line),
    )
    t.equal(samples.length, options.samples)
    t.equal(errors, 0)
    t.strictSame(Object.keys(statuses), ['200', '404'], 'nothing is refused, nothing fails')
    t.ok(statuses['200']! > statuses['404']! * 50)
    // The caches are still filling; two kilobytes lost with each preview would be more than that.
    const verdicts = verdictsOf(samples, 0.2)
    for (const { what, before, after, holds } of verdicts) t.ok(holds, `${what}: ${before} → ${after}`)
  },
)
