/** The content of any session: the same under other names, another with another set, rest or role. */
import t from 'tap'
import type { Amendment } from '../../../domain/amendment/amendment.ts'
import { defaultLimits } from '../../../domain/compressor/compress.ts'
import { contentKey, contentOf } from '../../../domain/compressor/content.ts'
import { solveSession } from '../../../domain/compressor/solve.ts'
import type { Session } from '../../../domain/plan/session.ts'
import { randomCase, randomSession } from './oracle/random-session.ts'
import { seededRandom } from './oracle/seeded-random.ts'

const seeds = Array.from({ length: 30 }, (_, index) => 70_001 + index)

t.test('sessions of the same content have the same solution, whatever they are called', async (t) => {
  for (const seed of seeds) {
    const { session, amendment } = randomCase(seed)
    const renamed = new Map(session.exercises.map(({ id }, index) => [id, `other-${index}`]))
    const other: Session = {
      ...session,
      id: 'other',
      name: 'Other',
      weekNumber: 7,
      exercises: session.exercises.map((one) => ({ ...one, id: renamed.get(one.id)!, name: 'Other' })),
    }
    const otherAmendment: Amendment = {
      ...amendment,
      priorities: Object.fromEntries(
        Object.entries(amendment.priorities).map(([id, priority]) => [renamed.get(id) ?? id, priority]),
      ),
      pinned: amendment.pinned.map((pin) => ({
        ...pin,
        exerciseId: renamed.get(pin.exerciseId) ?? pin.exerciseId,
      })),
      banned: amendment.banned.map((id) => renamed.get(id) ?? id),
      neverPair: amendment.neverPair.map((entry) => entry.map((id) => renamed.get(id) ?? id)),
    }
    const one = contentOf(session, amendment)
    const two = contentOf(other, otherAmendment)
    t.equal(contentKey(one, defaultLimits), contentKey(two, defaultLimits), `seed ${seed}`)
    t.same(
      solveSession(one.session, one.amendment, defaultLimits),
      solveSession(session, amendment, defaultLimits),
      'and the content solves as the session does',
    )
  }
})

t.test('another set, rest, role or amendment is another content', async (t) => {
  const session = randomSession(seededRandom(5), { accessories: [3, 3], mostSets: 3 })
  const { amendment } = randomCase(5)
  const key = contentKey(contentOf(session, amendment), defaultLimits)
  const first = session.exercises[0]!
  const changes: Partial<typeof first>[] = [
    { restSeconds: first.restSeconds + 1 },
    { setupSeconds: first.setupSeconds + 1 },
    { role: 'cooldown' },
    { primaryMuscles: ['neck'] },
    { workingSets: [...first.workingSets, first.workingSets[0]!] },
  ]
  for (const change of changes) {
    const other = { ...session, exercises: [{ ...first, ...change }, ...session.exercises.slice(1)] }
    t.not(contentKey(contentOf(other, amendment), defaultLimits), key, Object.keys(change).join())
  }
  t.not(contentKey(contentOf(session, { ...amendment, coreSetFloor: 9 }), defaultLimits), key)
})
