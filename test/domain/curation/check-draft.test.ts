/** What a draft may say, and what it becomes. */
import t from 'tap'
import { checkDraft } from '../../../domain/curation/check-draft.ts'
import { movementOf, openFields } from '../../../domain/curation/complete-draft.ts'
import { type DraftDocument, draftOf } from '../../../domain/curation/movement-draft.ts'
import type { FaultKind } from '../../../domain/plan/faults.ts'
import { draftDocument, movementDraft } from './build-draft.ts'

t.test('normal form: the words of the library, nothing twice, the input as it was', async (t) => {
  const sent = draftDocument({
    name: '  Zercher   Squat ',
    equipment: 'BB',
    primaryMuscles: ['Quads', 'quadriceps'],
    secondaryMuscles: ['quad', 'Lower Back', 'back', 'lats'],
    aliases: ['zercher squat', 'Elbow Squat', 'elbow-squat', 'Zercher'],
    tags: ['strongman', 'strongman'],
  })
  const before = structuredClone(sent)
  const checked = checkDraft(sent)
  t.same(checked, {
    ok: true,
    value: {
      slug: 'zercher-squat',
      name: 'Zercher Squat',
      pattern: 'squat',
      mechanic: 'compound',
      level: 'advanced',
      equipment: 'barbell',
      primaryMuscles: ['quadriceps'],
      secondaryMuscles: ['lower_back', 'lats', 'middle_back'],
      station: null,
      setupSeconds: null,
      aliases: ['Elbow Squat', 'Zercher'],
      tags: ['strongman'],
    },
  })
  t.same(sent, before)
  t.same(checkDraft(checked.ok ? checked.value : sent), checked, 'a normal form is its own normal form')
})

t.test('a name is enough to begin with; what is missing is open', async (t) => {
  const draft = movementDraft({
    ...Object.fromEntries(Object.keys(draftDocument()).map((key) => [key, undefined])),
    name: 'Landmine Press',
  })
  t.match(draft, { slug: 'landmine-press', pattern: null, equipment: null, primaryMuscles: [], tags: [] })
  t.same(
    openFields(draft).map(({ path }) => path),
    ['/pattern', '/mechanic', '/level', '/equipment', '/primaryMuscles'],
  )
  t.equal(movementOf(draft), undefined)
})

t.test('a complete draft is a movement, and the movement that draft again', async (t) => {
  for (const change of [{}, { station: 'rack', setupSeconds: 60 }, { tags: ['core-lift'] }]) {
    const draft = movementDraft(change)
    t.same(openFields(draft), [])
    const movement = movementOf(draft)
    t.equal(movement?.coreLift, draft.tags.includes('core-lift'))
    t.equal('station' in movement!, draft.station !== null)
    t.same(draftOf(movement!), draft)
  }
})

t.test('faults, each with its path', async (t) => {
  const rows: [change: Partial<DraftDocument>, kind: FaultKind, path: string, message: RegExp][] = [
    [{ name: '!?' }, 'invalid', '/name', /letter or a digit/],
    [{ name: 'Жим' }, 'invalid', '/slug', /write one out/],
    [{ name: 'a\0b' }, 'invalid', '/name', /U\+0000/],
    [{ equipment: 'sandbag' }, 'unknown_vocabulary', '/equipment', /"sandbag".*barbell/],
    [
      { primaryMuscles: ['chest', 'legs'] },
      'unknown_vocabulary',
      '/primaryMuscles/1',
      /"legs".*known muscles: abd/,
    ],
    [{ secondaryMuscles: ['x'] }, 'unknown_vocabulary', '/secondaryMuscles/0', /"x"/],
    [{ primaryMuscles: ['cardio'] }, 'unknown_vocabulary', '/primaryMuscles/0', /no muscle/],
    [{ aliases: ['ok', '...'] }, 'invalid', '/aliases/1', /letter or a digit/],
    [{ tags: ['a', 'core-lift'], equipment: 'dumbbell' }, 'invalid', '/tags/1', /equipment is dumbbell/],
    [{ tags: ['core-lift'], mechanic: 'isolation' }, 'invalid', '/tags/0', /isolation/],
    [{ tags: ['core-lift'], pattern: 'lunge' }, 'invalid', '/tags/0', /pattern is lunge/],
  ]
  for (const [change, kind, path, message] of rows) {
    const checked = checkDraft(draftDocument(change))
    t.match(checked, { ok: false, faults: [{ kind, path, message }] }, JSON.stringify(change))
  }
  const all = checkDraft(draftDocument({ equipment: 'x', primaryMuscles: ['y'], aliases: ['-'] }))
  t.equal(all.ok ? 0 : all.faults.length, 3, 'all at once')
})

t.test('cardio trains nothing but conditioning', async (t) => {
  const draft = movementDraft({ pattern: 'conditioning', primaryMuscles: ['cardio', 'quads'] })
  t.same(draft.primaryMuscles, ['cardio', 'quadriceps'])
})

t.test('core-lift: an open field is no objection', async (t) => {
  t.ok(checkDraft(draftDocument({ tags: ['core-lift'], pattern: null, equipment: null })).ok)
})
