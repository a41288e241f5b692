/** The random cases: the same for a seed, valid by the page, and together they meet every feature. */
import t from 'tap'
import { enumerateAnswer } from './enumerate.ts'
import { randomCase } from './random-session.ts'
import { seededRandom } from './seeded-random.ts'

const cases = Array.from({ length: 400 }, (_, index) => randomCase(index + 1))

t.test('a seed is one case', async (t) => {
  t.same(randomCase(7), randomCase(7))
  t.notSame(randomCase(7), randomCase(8))
})

t.test('the generator is spread over its range', async (t) => {
  const random = seededRandom(1)
  const counts = [0, 0, 0, 0]
  for (let draw = 0; draw < 4000; draw++) counts[random.whole(0, 3)]!++
  t.ok(
    counts.every((count) => count > 850 && count < 1150),
    counts.join(),
  )
})

t.test('cases are valid by the page', async (t) => {
  for (const [index, { session, amendment, targetMinutes }] of cases.entries()) {
    const { exercises } = session
    const faults = exercises.filter(({ id, role, pinnedSets, workingSets, group, primaryMuscles }, place) => {
      const entry = amendment.pinned.find(({ exerciseId }) => exerciseId === id)
      const isBanned = amendment.banned.includes(id)
      const neighbours = [exercises[place - 1]?.group, exercises[place + 1]?.group]
      return (
        (entry?.minSets ?? pinnedSets ?? 0) > workingSets.length ||
        (isBanned && (role === 'core' || entry !== undefined || pinnedSets !== null)) ||
        (group !== null && !neighbours.includes(group)) ||
        (group !== null && role !== 'core' && role !== 'accessory') ||
        primaryMuscles.length === 0
      )
    })
    const { coreSetCap, coreSetFloor, bufferSeconds } = amendment
    const sane = coreSetCap === null || coreSetFloor <= coreSetCap
    const inRange = targetMinutes >= 15 && targetMinutes <= 180 && bufferSeconds >= 0 && bufferSeconds <= 600
    t.ok(faults.length === 0 && sane && inRange, `seed ${index + 1}`)
  }
})

t.test('cases meet every feature and every answer', async (t) => {
  const exercises = cases.flatMap(({ session }) => session.exercises)
  const amendments = cases.map(({ amendment }) => amendment)
  const groups = (role: string) => exercises.some((one) => one.group !== null && one.role === role)
  const features: [string, boolean][] = [
    ['groups', groups('accessory') && groups('core')],
    ['pins', exercises.some(({ pinnedSets }) => pinnedSets !== null)],
    ['timed sets', exercises.some(({ workingSets }) => workingSets[0]!.prescription.seconds !== undefined)],
    [
      'sets with own rests',
      exercises.some(({ workingSets }) => new Set(workingSets.map((s) => s.restSeconds)).size > 1),
    ],
    ['long ramps', exercises.some(({ role, warmupSets }) => role === 'core' && warmupSets.length > 2)],
    [
      'warm-up sets of accessories',
      exercises.some((one) => one.role === 'accessory' && one.warmupSets.length > 0),
    ],
    ['bans', amendments.some(({ banned }) => banned.length > 0)],
    ['caps', amendments.some(({ coreSetCap }) => coreSetCap !== null)],
    ['never pair', amendments.some(({ neverPair }) => neverPair.length > 0)],
    ['same-muscle pairs', amendments.some(({ allowSameMusclePairs }) => allowSameMusclePairs)],
    ['no core lift', cases.some(({ session }) => session.exercises.every(({ role }) => role !== 'core'))],
    ...(['conditioning', 'warmup', 'cooldown'] as const).map((role): [string, boolean] => [
      role,
      exercises.some((one) => one.role === role),
    ]),
  ]
  for (const [name, met] of features) t.ok(met, name)
  const answers = new Set(
    cases.map((one) => enumerateAnswer(one.session, one.amendment, one.targetMinutes).answer),
  )
  t.same([...answers].sort(), [1, 2, 3, 4, 5])
})
