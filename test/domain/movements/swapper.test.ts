/** A session for a day on which some equipment is not there. */
import t from 'tap'
import { type Amendment, defaultAmendment } from '../../../domain/amendment/amendment.ts'
import type { Movement } from '../../../domain/movements/movement.ts'
import { indexMovements } from '../../../domain/movements/movement-index.ts'
import { Swapper } from '../../../domain/movements/swapper.ts'
import type { ExerciseDocument } from '../../../domain/plan/document.ts'
import { normalisePlan } from '../../../domain/plan/normalise.ts'
import { movementsOfRelease } from '../../../movements/movements-of-release.ts'
import { plan } from '../plan/build-plan.ts'
import { prepared } from '../prepared.ts'
import { movement } from './build-movement.ts'

interface Day {
  unavailable: string[]
  amendment?: Partial<Amendment>
  banned?: string[]
  movements?: readonly Movement[]
}

const swapDay = (
  exercises: Partial<ExerciseDocument>[],
  { unavailable, amendment = {}, banned = [], movements = movementsOfRelease }: Day,
) => {
  const index = indexMovements(movements)
  const document = plan(
    exercises.map((one) => ({
      name: 'Unnamed',
      sets: 3,
      ...(one.seconds === undefined && { reps: 10 }),
      ...one,
    })),
  )
  const checked = normalisePlan(document, (slug) => index.bySlug(slug))
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  const session = checked.value.microcycles[0]!.sessions[0]!
  const before = structuredClone(session)
  const swapper = new Swapper({
    library: { ...index, all: () => index.movements },
    amendment: { ...defaultAmendment, ...amendment },
    unavailable: new Set(unavailable),
    banned: new Set(banned),
  })
  const swapped = swapper.swap(session, 1)
  t.strictSame(session, before, 'the session itself is never changed')
  return { before: session, ...swapped, names: swapped.session.exercises.map(({ name }) => name) }
}
const machinePress = { name: 'Machine chest press', movement: 'machine-chest-press' }

t.test('nothing is missing: the very session, and no swaps', async (t) => {
  const { before, session, swaps } = swapDay([machinePress], { unavailable: ['barbell'] })
  t.equal(session, before)
  t.strictSame(swaps, [])
})

t.test('an accessory gives its place to the best alternative, and says why', async (t) => {
  const { session, swaps } = swapDay([machinePress], { unavailable: ['machine', 'cable'] })
  t.match(session.exercises, [
    { id: 'machine-chest-press', name: 'Dumbbell bench press', movement: 'dumbbell-bench-press', sets: 3 },
  ])
  t.strictSame(swaps, [
    {
      exerciseId: 'machine-chest-press',
      outcome: 'swapped',
      from: 'Machine chest press',
      to: 'Dumbbell bench press',
      movement: 'dumbbell-bench-press',
      reason:
        'There is no machine; Dumbbell bench press needs dumbbells. Trains chest in the same pattern (horizontal push). Sets, reps and rest stay; choose the load anew.',
    },
  ])
})

t.test('what the plan describes needs no library: muscles and equipment are enough', async (t) => {
  const unknown = { name: 'Anvil pull', primaryMuscles: ['middle_back', 'lats'], equipment: 'cable' }
  const { swaps } = swapDay([unknown], { unavailable: ['cable'] })
  t.match(swaps, [{ outcome: 'swapped', from: 'Anvil pull' }])
})

t.test('rests stay as programmed, also where the other movement would imply another', async (t) => {
  const unknown = { name: 'Anvil pull', primaryMuscles: ['middle_back', 'lats'], equipment: 'cable' }
  const { before, session } = swapDay([unknown], { unavailable: ['cable'] })
  const [was, is] = [prepared(...before.exercises), prepared(...session.exercises)]
  t.equal(was.exercises[0]!.restSeconds, 75, 'two muscles: an isolation')
  t.equal(is.exercises[0]!.restSeconds, 75)
})

t.test('what nothing can replace is left out, and says why', async (t) => {
  const { names, swaps } = swapDay([machinePress, { movement: 'plank', name: 'Plank', seconds: 60 }], {
    unavailable: ['machine'],
    movements: movementsOfRelease.filter(
      ({ pattern, equipment }) => pattern === 'trunk' || equipment === 'machine',
    ),
  })
  t.strictSame(names, ['Plank'])
  t.match(swaps, [{ outcome: 'left_out', to: null, movement: null, reason: /nothing of the same pattern/ }])
})

t.test('a core lift stays, unless the amendment allows it to be swapped', async (t) => {
  const bench = { name: 'Bench press', movement: 'bench-press' }
  const kept = swapDay([bench], { unavailable: ['barbell'] })
  t.equal(kept.session, kept.before)
  t.match(kept.swaps, [{ outcome: 'kept', to: null, reason: /amendment does not allow core lifts/ }])
  const swapped = swapDay([bench], { unavailable: ['barbell'], amendment: { allowCoreSwaps: true } })
  t.match(swapped.session.exercises, [{ id: 'bench-press', role: 'core', name: 'Dumbbell bench press' }])
  const alone = movementsOfRelease.filter(({ equipment }) => equipment === 'barbell')
  const nothing = swapDay([bench], {
    unavailable: ['barbell'],
    amendment: { allowCoreSwaps: true },
    movements: alone,
  })
  t.match(nothing.swaps, [{ outcome: 'kept', reason: /it stays, because core lifts do/ }])
})

t.test('what is grouped with a core lift is as the core lift is', async (t) => {
  const group = [
    { name: 'Squat', movement: 'barbell-back-squat', group: 'a' },
    { ...machinePress, group: 'a' },
  ]
  const kept = swapDay(group, { unavailable: ['machine'] })
  t.match(kept.swaps, [{ outcome: 'kept' }])
  const swapped = swapDay(group, { unavailable: ['machine'], amendment: { allowCoreSwaps: true } })
  t.match(swapped.session.exercises[1], { name: 'Cable chest press', group: 'a' })
  const accessories = group.map((one) => ({ ...one, role: 'accessory' as const }))
  t.match(swapDay(accessories, { unavailable: ['machine'] }).swaps, [{ outcome: 'swapped' }])
})

t.test('what is pinned is swapped where it can be, and never left out', async (t) => {
  const movements = movementsOfRelease.filter(({ equipment }) => equipment === 'machine')
  const pins: [Partial<ExerciseDocument>, Partial<Amendment>][] = [
    [{ pinned: true }, {}],
    [{ minSets: 2 }, {}],
    [{}, { pinned: [{ exerciseId: 'machine-chest-press' }] }],
  ]
  for (const [own, amendment] of pins) {
    const day = { unavailable: ['machine'], amendment }
    t.match(swapDay([{ ...machinePress, ...own }], day).swaps, [{ outcome: 'swapped' }])
    t.match(swapDay([{ ...machinePress, ...own }], { ...day, movements }).swaps, [
      { outcome: 'kept', reason: /because the coach pinned it/ },
    ])
  }
})

t.test('the banned neither leaves nor comes', async (t) => {
  const banned = swapDay([machinePress], {
    unavailable: ['machine'],
    amendment: { banned: ['machine-chest-press'] },
  })
  t.strictSame(banned.swaps, [], 'compression takes it out')
  const other = swapDay([machinePress], {
    unavailable: ['machine', 'cable'],
    banned: ['dumbbell-bench-press'],
  })
  t.not(other.swaps[0]!.movement, 'dumbbell-bench-press')
})

t.test('no movement twice in a session', async (t) => {
  const { names } = swapDay(
    [machinePress, { ...machinePress, id: 'again' }, { name: 'DB', movement: 'dumbbell-bench-press' }],
    { unavailable: ['machine', 'cable'] },
  )
  t.equal(new Set(names).size, 3, names.join(', '))
  t.notOk(names.includes('Dumbbell bench press'), 'that one is there already')
})

t.test('what is counted is not replaced by a hold, what is held may be counted', async (t) => {
  const movements = [
    movement({ slug: 'a', name: 'A', equipment: 'machine' }),
    movement({ slug: 'hold', name: 'Hold', equipment: 'body_only', tags: ['timed'] }),
  ]
  const day = { unavailable: ['machine'], movements }
  t.match(swapDay([{ name: 'A', movement: 'a' }], day).swaps, [{ outcome: 'left_out' }])
  const held = { name: 'A', movement: 'a', seconds: 30 }
  t.match(swapDay([held], day).swaps, [{ outcome: 'swapped', movement: 'hold' }])
})

t.test('the advanced comes in only for those who are near it', async (t) => {
  const hard = movement({ slug: 'hard', name: 'Hard', equipment: 'body_only', level: 'advanced' })
  const swapsOf = (level: Movement['level']) =>
    swapDay([{ name: 'A', movement: 'a' }], {
      unavailable: ['machine'],
      movements: [movement({ slug: 'a', name: 'A', equipment: 'machine', level }), hard],
    }).swaps
  t.match(swapsOf('beginner'), [{ outcome: 'left_out' }])
  t.match(swapsOf('intermediate'), [{ outcome: 'swapped' }])
})

t.test('conditioning and warm-ups are swapped too', async (t) => {
  const rowing = { movement: 'treadmill-run', name: 'Treadmill', seconds: 600 }
  for (const role of ['warmup', 'conditioning', 'cooldown'] as const) {
    t.match(
      swapDay([{ ...rowing, role }], { unavailable: ['machine'] }).session.exercises,
      [{ role, name: 'Running', seconds: 600 }],
      role,
    )
  }
  const written = {
    name: 'Rower',
    role: 'conditioning',
    primaryMuscles: ['cardio'],
    equipment: 'machine',
  } as const
  t.match(
    swapDay([{ ...written, primaryMuscles: ['cardio'] }], { unavailable: ['machine'] }).swaps,
    [{ outcome: 'swapped' }],
    'known by its name alone',
  )
})

t.test('"no equipment" can be ruled out as well', async (t) => {
  const { swaps } = swapDay([{ name: 'Push-up', movement: 'push-up' }], { unavailable: ['body_only'] })
  t.match(swaps, [{ outcome: 'swapped', reason: /^Exercises without equipment are ruled out; / }])
})
