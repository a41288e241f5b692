/** What a name fills in, and what it never does. */
import t from 'tap'
import { linkByName } from '../../../domain/movements/link-by-name.ts'
import { indexMovements } from '../../../domain/movements/movement-index.ts'
import type { ExerciseDocument } from '../../../domain/plan/document.ts'
import { plan } from '../plan/build-plan.ts'
import { movement } from './build-movement.ts'

const library = indexMovements([
  movement({ tags: ['core-lift'], aliases: ['Bench'] }),
  movement({
    slug: 'pull-up',
    name: 'Pull-up',
    primaryMuscles: ['lats'],
    secondaryMuscles: ['biceps'],
    equipment: 'body_only',
    station: 'pull-up-bar',
    setupSeconds: 30,
  }),
])
const linked = (exercise: Partial<ExerciseDocument>) => {
  const document = plan([{ name: 'Bench', sets: 3, reps: 8, ...exercise }])
  const before = structuredClone(document)
  const [after] = linkByName(document, library).microcycles[0]!.sessions[0]!.exercises
  t.strictSame(document, before, 'what it is given stays as it is')
  return after!
}

t.test('muscles, mechanic and equipment, by name or alias', async (t) => {
  t.strictSame(linked({}), {
    name: 'Bench',
    sets: 3,
    reps: 8,
    primaryMuscles: ['chest'],
    secondaryMuscles: ['triceps', 'shoulders'],
    equipment: 'barbell',
    mechanic: 'compound',
  })
})

t.test('a name makes nothing core: neither role nor movement is filled in', async (t) => {
  const after = linked({})
  t.notOk('role' in after)
  t.notOk('movement' in after)
  t.equal(linked({ role: 'core' }).role, 'core')
})

t.test('what is written stays', async (t) => {
  const written = { equipment: 'dumbbell', mechanic: 'isolation', secondaryMuscles: ['lats'] } as const
  t.match(linked({ ...written, secondaryMuscles: [...written.secondaryMuscles] }), written)
})

t.test('station and set-up come with the equipment, and only with it', async (t) => {
  t.match(linked({ name: 'Pull-Up' }), { station: 'pull-up-bar', setupSeconds: 30 })
  t.match(linked({ name: 'Pull-Up', equipment: 'bodyweight' }), { station: 'pull-up-bar' })
  t.match(linked({ name: 'Pull-Up', station: 'none', setupSeconds: 5 }), { station: 'none', setupSeconds: 5 })
  const machine = linked({ name: 'Pull-Up', equipment: 'machine' })
  t.notOk('station' in machine)
  t.notOk('setupSeconds' in machine)
})

const silent: readonly [why: string, exercise: Partial<ExerciseDocument>][] = [
  ['main muscles are written', { primaryMuscles: ['triceps'] }],
  ['a movement is named', { movement: 'pull-up' }],
  ['it is a warm-up', { role: 'warmup' }],
  ['it is conditioning', { role: 'conditioning' }],
  ['the library does not know the name', { name: 'Bench press of my own' }],
]
for (const [why, exercise] of silent) {
  t.test(`nothing is filled in where ${why}`, async (t) => {
    t.strictSame(linked(exercise), { name: 'Bench', sets: 3, reps: 8, ...exercise })
  })
}
