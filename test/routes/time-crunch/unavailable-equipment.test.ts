/** Previews for a day on which some equipment is not there. */
import t from 'tap'
import type { PlanDocument } from '../../../domain/plan/document.ts'
import { crunchClient } from './crunch-client.ts'

const { app, call, importPlan, preview } = await crunchClient(t)

const programme = (): PlanDocument => ({
  name: 'Push day',
  microcycles: [
    {
      weekNumber: 1,
      sessions: [
        {
          id: 'push',
          name: 'Push',
          dayOfWeek: 1,
          exercises: [
            { id: 'bench', name: 'Bench press', movement: 'bench-press', sets: 4, reps: 5, load: 80 },
            {
              id: 'chest',
              name: 'Machine chest press',
              movement: 'machine-chest-press',
              sets: 3,
              reps: 10,
              load: 50,
            },
            { id: 'pressdown', name: 'Triceps press-down', movement: 'triceps-pressdown', sets: 4, reps: 12 },
            { id: 'raise', name: 'Lateral raise', movement: 'dumbbell-lateral-raise', sets: 3, reps: 15 },
          ],
        },
      ],
    },
  ],
})
type Change = { exerciseId: string; name: string; kinds: string[]; reason: string }
type Swap = { exerciseId: string; outcome: string; to: string | null; reason: string }
interface Session {
  changes: Change[]
  swaps?: Swap[]
  amendment: { id: string; held: boolean }[]
  segments: { exercises: { exerciseId: string; name: string; sets: object[] }[] }[]
}
const ask = async (planId: string, unavailableEquipment: string[], targetMinutes = 180) => {
  const { status, body } = await preview({ planId, targetMinutes, unavailableEquipment })
  t.equal(status, 200, JSON.stringify(body))
  const session: Session = body.sessions[0]
  t.equal(session.amendment.length, 11)
  t.ok(
    session.amendment.every(({ held }) => held),
    'the audit holds',
  )
  const of = <T extends { exerciseId: string }>(list: readonly T[], id: string) =>
    list.find(({ exerciseId }) => exerciseId === id)
  return {
    body,
    session,
    exercise: (id: string) =>
      of(
        session.segments.flatMap(({ exercises }) => exercises),
        id,
      ),
    change: (id: string) => of(session.changes, id),
    swap: (id: string) => of(session.swaps ?? [], id),
  }
}

t.test('200: accessories are swapped in their places, and their change records say so', async (t) => {
  const planId = await importPlan(programme())
  const { session, exercise, change, swap } = await ask(planId, ['Machines', 'cable'])
  t.match(exercise('chest'), { name: 'Dumbbell bench press' })
  t.same(exercise('chest')!.sets, [{ reps: 10 }, { reps: 10 }, { reps: 10 }], 'loads are left to the athlete')
  t.match(change('chest'), {
    name: 'Dumbbell bench press',
    kinds: ['swapped'],
    reason:
      'Dumbbell bench press takes the place of Machine chest press; sets, reps and rest are as programmed.',
  })
  t.match(swap('chest'), { outcome: 'swapped', to: 'Dumbbell bench press', reason: /^There is no machine; / })
  t.match(swap('pressdown'), { outcome: 'swapped' })
  t.equal(session.swaps?.length, 2)
  t.match(change('bench'), { kinds: ['kept'] })
  t.match(exercise('bench')?.sets.at(-1), { reps: 5, load: 80 })
})

t.test('200: the swapped session is compressed, every article held', async (t) => {
  const planId = await importPlan(programme())
  for (const targetMinutes of [15, 20, 25, 30, 40]) {
    const { session } = await ask(planId, ['machine', 'cable'], targetMinutes)
    const chest = session.changes.find(({ exerciseId }) => exerciseId === 'chest')!
    t.equal(chest.kinds[0], 'swapped')
    if (chest.kinds.length > 1)
      t.match(chest.reason, /takes the place of Machine chest press\. Dumbbell bench press /)
  }
})

t.test('200: a core lift is swapped only where the amendment allows it', async (t) => {
  const planId = await importPlan(programme())
  const kept = await ask(planId, ['barbell'])
  t.match(kept.exercise('bench'), { name: 'Bench press' })
  t.match(kept.change('bench'), { kinds: ['kept'] })
  t.match(kept.swap('bench'), { outcome: 'kept', to: null, reason: /allowCoreSwaps/ })
  const { status } = await call('PUT', `/api/v1/plans/${planId}/amendment`, {
    as: 'athlete-1',
    payload: { allowCoreSwaps: true },
    headers: { 'if-match': '*' },
  })
  t.equal(status, 200)
  const swapped = await ask(planId, ['barbell'])
  t.match(swapped.exercise('bench'), { name: 'Dumbbell bench press', role: 'core' })
  t.match(swapped.change('bench'), { kinds: ['swapped'] })
})

t.test('200: what nothing can replace is left out for the day', async (t) => {
  const planId = await importPlan(programme())
  const everything = [
    'bands',
    'cable',
    'dumbbell',
    'machine',
    'body_only',
    'other',
    'kettlebells',
    'ez_curl_bar',
  ]
  const { exercise, change, swap } = await ask(planId, everything)
  t.equal(exercise('pressdown'), undefined)
  t.equal(change('pressdown'), undefined)
  t.match(swap('pressdown'), { outcome: 'left_out', to: null })
})

t.test('200: the plan itself is unchanged, and so is a preview without the field', async (t) => {
  const planId = await importPlan(programme())
  const read = () => call('GET', `/api/v1/plans/${planId}`, { as: 'athlete-1' })
  const before = [(await read()).body, (await preview({ planId, targetMinutes: 180 })).body]
  await ask(planId, ['machine', 'cable', 'dumbbell'])
  t.same([(await read()).body, (await preview({ planId, targetMinutes: 180 })).body], before)
  t.notOk('swaps' in before[1].sessions[0])
})

t.test('200: nothing missing is the programme, with an empty list of swaps', async (t) => {
  const planId = await importPlan(programme())
  const plain = (await preview({ planId, targetMinutes: 30 })).body
  for (const none of [[], ['foam roller']]) {
    const { body } = await ask(planId, none, 30)
    t.same(body, { ...plain, sessions: [{ ...plain.sessions[0], swaps: [] }] })
  }
})

t.test('200: a new publication shows in the next preview', async (t) => {
  const planId = await importPlan(programme())
  const before = await ask(planId, ['machine'])
  t.match(before.swap('chest'), { movement: 'cable-chest-press' })
  await app.database.knex.transaction((transaction) =>
    app.movementStore.archive(transaction, 'cable-chest-press'),
  )
  await app.movementLibrary.refresh()
  t.match((await ask(planId, ['machine'])).swap('chest'), { movement: 'dumbbell-bench-press' })
})

t.test('422 unknown_vocabulary: each word that nobody knows, with its place', async (t) => {
  const planId = await importPlan(programme())
  const { status, body } = await preview({
    planId,
    targetMinutes: 30,
    unavailableEquipment: ['barbell', 'anvil', 'yoke'],
  })
  t.match({ status, error: body.error }, { status: 422, error: 'unknown_vocabulary' })
  t.match(body.errors, [
    { path: '/unavailableEquipment/1', message: /"anvil"; known: .*barbell/ },
    { path: '/unavailableEquipment/2', message: /"yoke"/ },
  ])
})

t.test('422 plan_not_compressible: nothing can be done without that equipment', async (t) => {
  const planId = await importPlan({
    name: 'One lift',
    microcycles: [
      {
        weekNumber: 1,
        sessions: [
          {
            name: 'Day',
            dayOfWeek: 1,
            exercises: [
              { name: 'Roll', primaryMuscles: ['neck', 'lats'], equipment: 'foam_roll', sets: 3, reps: 5 },
            ],
          },
        ],
      },
    ],
  })
  const { status, body } = await preview({ planId, targetMinutes: 30, unavailableEquipment: ['foam_roll'] })
  t.match(
    { status, body },
    { status: 422, body: { error: 'plan_not_compressible', detail: /without this equipment/ } },
  )
})

t.test('400: what is no list of words', async (t) => {
  const planId = await importPlan(programme())
  for (const unavailableEquipment of ['barbell', [1], [''], Array(51).fill('barbell'), null]) {
    const { status, body } = await preview({ planId, targetMinutes: 30, unavailableEquipment })
    t.match(
      { status, error: body.error },
      { status: 400, error: 'invalid_request' },
      JSON.stringify(unavailableEquipment),
    )
  }
})
