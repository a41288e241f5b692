/** What an athlete may and may not change in a plan that has a coach. */
import t from 'tap'
import { type Amendment, withDefaults } from '../../../domain/amendment/amendment.ts'
import { coachsWordChanges } from '../../../domain/plan/coachs-word.ts'
import type { NormalPlan } from '../../../domain/plan/document.ts'
import { exercise, normal, session } from './build-plan.ts'

const before = (): NormalPlan =>
  normal({
    name: 'Plan',
    coachId: 'coach',
    microcycles: [
      {
        weekNumber: 1,
        sessions: [
          session(
            [
              exercise({ id: 'squat', role: 'core', primaryMuscles: ['quads'] }),
              exercise({ id: 'bench', role: 'core', primaryMuscles: ['chest'], group: 'a' }),
              exercise({ id: 'row', primaryMuscles: ['back'], group: 'a' }),
              exercise({ id: 'curl', pinned: true }),
              exercise({ id: 'raise', primaryMuscles: ['shoulders'] }),
              exercise({ id: 'shrug', primaryMuscles: ['traps'] }),
            ],
            { id: 'day' },
          ),
          session([exercise({ id: 'shrug', primaryMuscles: ['traps'] })], { id: 'other' }),
        ],
      },
    ],
  })

type Edit = (plan: NormalPlan) => void
const exercises = (plan: NormalPlan) => plan.microcycles[0]!.sessions[0]!.exercises
const named = (plan: NormalPlan, id: string) => exercises(plan).find((exercise) => exercise.id === id)!
const drop = (plan: NormalPlan, id: string) =>
  exercises(plan).splice(exercises(plan).indexOf(named(plan, id)), 1)

const changes = (edit: Edit, amendment: Amendment) => {
  const after = structuredClone(before())
  edit(after)
  return coachsWordChanges(before(), after, amendment)
}

const allowed: Record<string, Edit> = {
  nothing: () => {},
  'loads, sets, rests and notes, of core lifts too': (plan) => {
    Object.assign(named(plan, 'squat'), { sets: 5, load: 120, restSeconds: 240, notes: 'belt' })
  },
  'the name and the muscles of an accessory': (plan) => {
    Object.assign(named(plan, 'raise'), { name: 'Lateral raise', secondaryMuscles: ['traps'] })
  },
  'an accessory less and another more': (plan) => {
    drop(plan, 'raise')
    exercises(plan).push({ ...named(plan, 'shrug'), id: 'fly', name: 'Fly' })
  },
  'pinned: false, which says nothing': (plan) => {
    named(plan, 'raise').pinned = false
  },
  'the order of the exercises': (plan) => {
    exercises(plan).push(...drop(plan, 'squat'))
  },
}

const refused: Record<string, [Edit, path: string]> = {
  'the coach is removed': [(plan) => delete plan.coachId, '/coachId'],
  'the coach is changed': [(plan) => Object.assign(plan, { coachId: 'friend' }), '/coachId'],
  'a core lift turns accessory': [
    (plan) => Object.assign(named(plan, 'squat'), { role: 'accessory' }),
    '/microcycles/0/sessions/0/exercises/0/role',
  ],
  'an accessory turns core': [
    (plan) => Object.assign(named(plan, 'raise'), { role: 'core' }),
    '/microcycles/0/sessions/0/exercises/4/role',
  ],
  'a pin is pulled': [
    (plan) => delete named(plan, 'curl').pinned,
    '/microcycles/0/sessions/0/exercises/3/pinned',
  ],
  'a pin is loosened': [
    (plan) => Object.assign(named(plan, 'curl'), { minSets: 1 }),
    '/microcycles/0/sessions/0/exercises/3/minSets',
  ],
  'an accessory gets minSets': [
    (plan) => Object.assign(named(plan, 'raise'), { minSets: 1 }),
    '/microcycles/0/sessions/0/exercises/4/minSets',
  ],
  'a core lift is dropped': [(plan) => drop(plan, 'squat'), '/microcycles'],
  'a core lift is renamed': [
    (plan) => Object.assign(named(plan, 'squat'), { id: 'squat-2' }),
    '/microcycles',
  ],
  'a core lift becomes another exercise': [
    (plan) => Object.assign(named(plan, 'squat'), { name: 'Leg extension' }),
    '/microcycles/0/sessions/0/exercises/0/name',
  ],
  'a core lift trains something else': [
    (plan) => Object.assign(named(plan, 'squat'), { primaryMuscles: ['calves'] }),
    '/microcycles/0/sessions/0/exercises/0/primaryMuscles',
  ],
  'a session with core lifts is renamed': [
    (plan) => Object.assign(plan.microcycles[0]!.sessions[0]!, { id: 'day-2' }),
    '/microcycles',
  ],
  'a pinned exercise is added': [
    (plan) => exercises(plan).push({ ...named(plan, 'curl'), id: 'mine' }),
    '/microcycles/0/sessions/0/exercises/6',
  ],
  'the partner of a core lift leaves the group': [
    (plan) => delete named(plan, 'row').group,
    '/microcycles/0/sessions/0/exercises/2/group',
  ],
  'an accessory joins a group around a core lift': [
    (plan) => {
      const [raise] = drop(plan, 'raise')
      exercises(plan).splice(3, 0, { ...raise!, group: 'a' })
    },
    '/microcycles/0/sessions/0/exercises/3/group',
  ],
}

for (const [title, edit] of Object.entries(allowed)) {
  t.test(`allowed: ${title}`, async (t) => t.same(changes(edit, withDefaults()), []))
}

for (const [title, [edit, path]] of Object.entries(refused)) {
  t.test(`refused: ${title}`, async (t) => {
    const found = changes(edit, withDefaults())
    t.ok(
      found.some((change) => change.path === path),
      JSON.stringify(found),
    )
  })
}

t.test(
  'whatever the amendment names is protected: a banned exercise can’t come back under a new id',
  async (t) => {
    const rename: Edit = (plan) => Object.assign(named(plan, 'shrug'), { id: 'shrug-2' })
    t.same(changes(rename, withDefaults()), [])
    for (const amendment of [
      { banned: ['shrug'] },
      { pinned: [{ exerciseId: 'shrug' }] },
      { neverPair: [['shrug', 'raise']] },
      { priorities: { shrug: 'low' as const } },
    ]) {
      t.match(changes(rename, withDefaults(amendment)), [
        { path: '/microcycles', message: /"shrug" in session "day"/ },
      ])
    }
  },
)
