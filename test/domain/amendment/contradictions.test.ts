/** Every contradiction is found, once, and its sentence names both sides. */
import t from 'tap'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import { checkAmendment } from '../../../domain/amendment/contradictions.ts'
import type { AmendmentDocument } from '../../../domain/plan/document.ts'
import { normalisePlan } from '../../../domain/plan/normalise.ts'
import { exercise, normal, session } from '../plan/build-plan.ts'
import { sharedPlans } from '../plan/shared-plans.ts'

const plan = normal({
  name: 'Plan',
  microcycles: [
    {
      weekNumber: 1,
      sessions: [
        session(
          [
            exercise({ id: 'squat', role: 'core', sets: 5 }),
            exercise({ id: 'curl', sets: 4 }),
            exercise({ id: 'raise', pinned: true }),
            exercise({ id: 'fly', minSets: 2 }),
            exercise({ id: 'constructor' }),
          ],
          { id: 'long' },
        ),
        session([exercise({ id: 'curl', sets: [{ warmup: true }, {}, {}] })], { id: 'short' }),
      ],
    },
  ],
})

const contradictions: [title: string, AmendmentDocument, path: string, message: RegExp][] = [
  [
    'floor above cap',
    { coreSetFloor: 4, coreSetCap: 3 },
    '/coreSetFloor',
    /coreSetFloor is 4.*coreSetCap, 3/,
  ],
  ['default floor above cap', { coreSetCap: 1 }, '/coreSetFloor', /coreSetFloor is 2.*coreSetCap, 1/],
  [
    'unknown in priorities',
    { priorities: { nope: 'high' } },
    '/priorities/nope',
    /"nope".*the plan has none/,
  ],
  ['unknown in pinned', { pinned: [{ exerciseId: 'nope' }] }, '/pinned/0/exerciseId', /"nope"/],
  ['unknown in banned', { banned: ['curl', 'nope'] }, '/banned/1', /"nope"/],
  ['unknown in neverPair', { neverPair: [['curl', 'nope']] }, '/neverPair/0/1', /"nope"/],
  [
    'pinned twice',
    { pinned: [{ exerciseId: 'curl' }, { exerciseId: 'curl', minSets: 1 }] },
    '/pinned/1/exerciseId',
    /entries 0 and 1/,
  ],
  [
    'pinned and banned',
    { pinned: [{ exerciseId: 'curl' }], banned: ['curl'] },
    '/pinned/0/exerciseId',
    /"curl" is pinned, but also banned/,
  ],
  [
    'minSets above the working sets of one session',
    { pinned: [{ exerciseId: 'curl', minSets: 3 }] },
    '/pinned/0/minSets',
    /keep 3 sets, but has 2 in session "short"/,
  ],
  [
    'a banned core lift',
    { banned: ['squat'] },
    '/banned/0',
    /"squat" is banned, but is a core lift of session "long"/,
  ],
  ['a ban on what pins itself', { banned: ['raise'] }, '/banned/0', /"raise" is banned, but pins itself/],
  ['a ban on what names its minSets', { banned: ['fly'] }, '/banned/0', /"fly" is banned, but pins itself/],
  ['an entry of nobody', { neverPair: [[]] }, '/neverPair/0', /one or two exercises, found 0/],
  ['an entry of three', { neverPair: [['curl', 'raise', 'fly']] }, '/neverPair/0', /found 3/],
  ['an entry of one, twice', { neverPair: [['curl', 'curl']] }, '/neverPair/0/1', /"curl".*itself/],
]

for (const [title, document, path, message] of contradictions) {
  t.test(title, async (t) => {
    const faults = checkAmendment(withDefaults(document), plan)
    t.equal(faults.length, 1, JSON.stringify(faults))
    t.match(faults[0], { path, message, kind: 'contradiction' })
  })
}

const consistent: { [title: string]: AmendmentDocument } = {
  nothing: {},
  'floor equal to cap': { coreSetFloor: 3, coreSetCap: 3 },
  'no cap': { coreSetFloor: 10, coreSetCap: null },
  'a pin on a core lift, above the cap': { coreSetCap: 3, pinned: [{ exerciseId: 'squat', minSets: 5 }] },
  'minSets equal to the fewest': { pinned: [{ exerciseId: 'curl', minSets: 2 }] },
  'never in any group, never together': { neverPair: [['curl'], ['curl', 'fly']] },
  'an id named like a property of every object': {
    banned: ['constructor'],
    priorities: { constructor: 'low' as const },
  },
}

for (const [title, document] of Object.entries(consistent)) {
  t.test(`no contradiction: ${title}`, async (t) => t.same(checkAmendment(withDefaults(document), plan), []))
}

t.test('all are reported at once, where the amendment stands', async (t) => {
  const faults = checkAmendment(
    withDefaults({ coreSetCap: 1, banned: ['squat', 'nope'] }),
    plan,
    '/amendment',
  )
  t.same(faults.map(({ path }) => path).sort(), [
    '/amendment/banned/0',
    '/amendment/banned/1',
    '/amendment/coreSetFloor',
  ])
})

t.test('the amendments of the shared programmes hold', async (t) => {
  for (const { file, document } of sharedPlans()) {
    const checked = normalisePlan(document)
    if (!checked.ok) throw new Error(file)
    t.same(checkAmendment(withDefaults(document.amendment), checked.value), [], file)
  }
})
