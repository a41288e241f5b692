/** What an application rests on: what changes its text, and what does not. */
import t from 'tap'
import { type Amendment, withDefaults } from '../../../domain/amendment/amendment.ts'
import { programmeText } from '../../../domain/applications/programme.ts'
import type { AmendmentDocument, ExerciseDocument, NormalSession } from '../../../domain/plan/document.ts'
import { session as day, exercise, normal, plan } from '../plan/build-plan.ts'

const sessionOf = (curl: Partial<ExerciseDocument> = {}, change: object = {}): NormalSession =>
  normal(
    plan([], {
      microcycles: [
        {
          weekNumber: 1,
          sessions: [day([exercise({ name: 'Curl', ...curl }), exercise({ name: 'Row' })], change)],
        },
      ],
    }),
  ).microcycles[0]!.sessions[0]!

const textOf = (session: NormalSession, amendment: AmendmentDocument = {}): string =>
  programmeText(session, withDefaults(amendment), false)
const programme = textOf(sessionOf())

t.test('nothing else than what is done', async (t) => {
  const same: [string, string][] = [
    ['name, day', textOf(sessionOf({}, { name: 'Other', dayOfWeek: 5, id: 'other' }))],
    ['notes', textOf(sessionOf({ notes: 'Slowly' }))],
    ['defaults written out', textOf(sessionOf(), { coreSetFloor: 2, banned: [], coreSetCap: null })],
    [
      'what is said of other exercises',
      textOf(sessionOf(), {
        priorities: { bench: 'high' },
        pinned: [{ exerciseId: 'bench' }],
        banned: ['squat'],
        neverPair: [['bench'], ['curl', 'bench']],
      }),
    ],
  ]
  for (const [what, text] of same) t.equal(text, programme, what)
  t.equal(
    textOf(sessionOf(), { priorities: { row: 'low', curl: 'high' }, coreSetFloor: 3 }),
    textOf(sessionOf(), { coreSetFloor: 3, priorities: { curl: 'high', row: 'low' } }),
    'order of writing',
  )
})

t.test('everything that is done, and every word of the amendment about it', async (t) => {
  const changes: ExerciseDocument[] = [
    exercise({ sets: 4 }),
    exercise({ reps: 12 }),
    exercise({ load: 20 }),
    exercise({ restSeconds: 60 }),
    exercise({ tempo: '3-1-1-0' }),
    exercise({ name: 'Hammer curl', id: 'curl' }),
    exercise({ pinned: true }),
    exercise({ primaryMuscles: ['forearms'] }),
  ]
  const words: AmendmentDocument[] = [
    { banned: ['curl'] },
    { pinned: [{ exerciseId: 'row', minSets: 2 }] },
    { priorities: { curl: 'low' } },
    { neverPair: [['curl']] },
    { neverPair: [['curl', 'row']] },
    { allowSupersets: false },
    { bufferSeconds: 60 },
    { accessorySetFloor: 3 },
    { coreSetCap: 3 },
  ]
  const texts = [
    programme,
    ...changes.map((curl) => textOf(sessionOf(curl))),
    ...words.map((amendment) => textOf(sessionOf(), amendment)),
  ]
  t.equal(new Set(texts).size, texts.length)
})

t.test('a field that amendments do not have yet changes nothing while it is at its default', async (t) => {
  const older = withDefaults() as unknown as Record<string, unknown>
  const { maxStations: _, ...without } = older
  t.equal(programmeText(sessionOf(), without as unknown as Amendment, false), programme)
})

t.test('where exercises were swapped, a ban of any exercise may be about what came in', async (t) => {
  const swapped = (amendment: AmendmentDocument) => programmeText(sessionOf(), withDefaults(amendment), true)
  t.not(swapped({ banned: ['squat'] }), swapped({}))
  t.equal(swapped({ priorities: { squat: 'low' } }), swapped({}))
})
