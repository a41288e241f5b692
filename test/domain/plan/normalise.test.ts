/** The normal form of a good plan. */
import t from 'tap'
import type { MovementFacts } from '../../../domain/movements/movement.ts'
import { normalisePlan } from '../../../domain/plan/normalise.ts'
import { exercise, normal, plan, session } from './build-plan.ts'
import { sharedPlans } from './shared-plans.ts'

const squat: MovementFacts = {
  slug: 'barbell-squat',
  name: 'Barbell Squat',
  primaryMuscles: ['quadriceps'],
  secondaryMuscles: ['glutes', 'hamstrings'],
  equipment: 'barbell',
  mechanic: 'compound',
  station: 'rack',
  setupSeconds: 100,
  coreLift: true,
}
const findMovement = (slug: string) => (slug === squat.slug ? squat : undefined)

const firstOf = (document: ReturnType<typeof plan>, find = findMovement) => {
  const checked = normalisePlan(document, find)
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  return checked.value.microcycles[0]!.sessions[0]!.exercises
}

t.test('every shared programme has a normal form, which is its own normal form', async (t) => {
  const programmes = sharedPlans()
  t.ok(programmes.length >= 8)
  for (const { file, document } of programmes) {
    const once = normalisePlan(document)
    t.ok(once.ok, file)
    if (!once.ok) continue
    t.same(normalisePlan(once.value), once, `${file} again`)
    const ids = once.value.microcycles.flatMap(({ sessions }) => sessions.map(({ id }) => id))
    t.equal(new Set(ids).size, ids.length)
  }
})

t.test('what is given is never changed, and shares nothing with the result', async (t) => {
  const document = plan([exercise({ primaryMuscles: ['Back'], sets: [{ reps: 5 }, { reps: '8-12' }] })])
  const before = structuredClone(document)
  const result = normal(document)
  t.same(document, before)
  const set = result.microcycles[0]!.sessions[0]!.exercises[0]!.sets
  if (Array.isArray(set)) set[0]!.reps = 99
  result.microcycles[0]!.sessions[0]!.exercises[0]!.primaryMuscles.push('neck')
  t.same(document, before)
})

t.test('the amendment and unknown company stay outside', async (t) => {
  t.same(Object.keys(normal(plan([], { description: 'd', coachId: 'c', amendment: {} }))), [
    'name',
    'description',
    'coachId',
    'microcycles',
  ])
})

t.test('ids', async (t) => {
  t.test('are made from names, unique in their scope, around those that are written', async (t) => {
    const result = normal({
      name: 'Plan',
      microcycles: [
        {
          weekNumber: 1,
          sessions: [
            session([
              exercise({ name: 'Bench Press' }),
              exercise({ name: 'Bench press!' }),
              exercise({ name: 'x', id: 'bench-press-2' }),
              exercise({ name: 'Développé couché' }),
              exercise({ name: '深蹲' }),
              exercise({ name: 'a'.repeat(200) }),
              exercise({ name: 'a'.repeat(200) }),
            ]),
            session([exercise({ name: 'Bench Press' })]),
          ],
        },
        { weekNumber: 4, sessions: [session([])] },
      ],
    })
    const sessions = result.microcycles.flatMap((week) => week.sessions)
    t.same(
      sessions.map(({ id }) => id),
      ['day', 'day-2', 'day-3'],
    )
    t.same(
      sessions[0]!.exercises.map(({ id }) => id),
      [
        'bench-press',
        'bench-press-3',
        'bench-press-2',
        'developpe-couche',
        'exercise',
        'a'.repeat(64),
        `${'a'.repeat(62)}-2`,
      ],
    )
    t.equal(sessions[1]!.exercises[0]!.id, 'bench-press', 'the same lift has the same id in every session')
  })
})

t.test('role: the plan’s word, else the movement’s tag, else accessory; never the name', async (t) => {
  const cases = [
    [{ name: 'Barbell squat' }, 'accessory'],
    [{ name: 'Triceps press-down' }, 'accessory'],
    [{ movement: 'barbell-squat' }, 'core'],
    [{ movement: 'barbell-squat', role: 'accessory' }, 'accessory'],
    [{ movement: 'unknown-movement' }, 'accessory'],
    [{ role: 'core' }, 'core'],
    [{ role: 'conditioning' }, 'conditioning'],
  ] as const
  for (const [change, role] of cases) t.equal(firstOf(plan([exercise(change)]))[0]!.role, role)
})

t.test('a movement fills what is left out, and nothing else', async (t) => {
  const { primaryMuscles: _, ...bare } = exercise({ name: 'Squat', movement: 'barbell-squat' })
  t.match(firstOf(plan([bare]))[0], {
    role: 'core',
    primaryMuscles: ['quadriceps'],
    secondaryMuscles: ['glutes', 'hamstrings'],
    equipment: 'barbell',
    mechanic: 'compound',
    station: 'rack',
    setupSeconds: 100,
  })
  const own = {
    primaryMuscles: ['glutes'],
    secondaryMuscles: [],
    equipment: 'machine',
    mechanic: 'isolation',
    station: 'none',
    setupSeconds: 0,
  } as const
  const written = exercise({ ...own, primaryMuscles: ['glutes'], secondaryMuscles: [] })
  t.match(firstOf(plan([{ ...written, movement: 'barbell-squat' }]))[0], own)
})

t.test('muscles', async (t) => {
  const of = (primaryMuscles: string[], secondaryMuscles: string[] = []) => {
    const { primaryMuscles: p, secondaryMuscles: s } = firstOf(
      plan([exercise({ primaryMuscles, secondaryMuscles })]),
    )[0]!
    return [p, s]
  }
  t.same(of(['Back']), [['lats', 'middle_back'], []])
  t.same(
    of(['Lower  Back', 'lower-back', 'LOWER_BACK']),
    [['lower_back'], []],
    'spelling; named twice counts once',
  )
  t.same(of(['quads', 'hams'], ['quadriceps', 'abs', 'core']), [['quadriceps', 'hamstrings'], ['abdominals']])
  t.same(of(['lats'], ['back']), [['lats'], ['middle_back']], 'in both lists: primary')
  const conditioning = exercise({ role: 'conditioning', primaryMuscles: ['Cardio'] })
  t.same(firstOf(plan([conditioning]))[0]!.primaryMuscles, ['cardio'])
  const { primaryMuscles: _, ...warmup } = exercise({ role: 'warmup' })
  t.same(firstOf(plan([warmup]))[0]!.primaryMuscles, [], 'a warm-up needs none')
})

t.test('equipment', async (t) => {
  const words: [string, string][] = [
    ['Body Only', 'body_only'],
    ['bodyweight', 'body_only'],
    ['e-z curl bar', 'ez_curl_bar'],
    ['Kettlebell', 'kettlebells'],
    ['medicine-ball', 'medicine_ball'],
    ['cable', 'cable'],
  ]
  for (const [word, canonical] of words) {
    t.equal(firstOf(plan([exercise({ equipment: word })]))[0]!.equipment, canonical)
  }
})

t.test('a set takes from its exercise what it leaves out', async (t) => {
  const good = [
    exercise({ sets: [{ seconds: 30 }, { reps: 5 }, {}], reps: 8 }),
    exercise({ sets: [{ reps: 5, warmup: true }, { seconds: 30 }], name: 'b' }),
    exercise({ group: 'lone', role: 'warmup', name: 'c' }),
    exercise({ sets: 4, minSets: 4, name: 'd', load: 'bodyweight', tempo: '30-X-1' }),
  ].map(({ reps, ...rest }, index) => (index === 1 ? rest : { reps: reps ?? 1, ...rest }))
  t.ok(normalisePlan(plan(good)).ok)
})
