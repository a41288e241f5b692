/** Spellings of a name, changes between two drafts, and the second pair of eyes. */
import t from 'tap'
import { fieldChanges } from '../../../domain/curation/field-changes.ts'
import { ownWork } from '../../../domain/curation/four-eyes.ts'
import { nameClaims, nameKey } from '../../../domain/curation/name-key.ts'
import { movementDraft } from './build-draft.ts'

t.test('one key for all the spellings of a name', async (t) => {
  const same = ['Push-Up', 'push up', 'PUSHUP', ' Púsh/Up! ', 'push_up']
  t.same([...new Set(same.map(nameKey))], ['pushup'])
  const apart = ['Squat', 'Squats', 'Жим', 'жим лёжа', '3/4 Sit-Up', '!', '?']
  t.equal(new Set(apart.map(nameKey)).size, apart.length)
})

t.test('a draft claims its name, slug and aliases, each key once', async (t) => {
  t.same(nameClaims(movementDraft({ aliases: ['Elbow Squat', 'Zercher'] })), [
    { key: 'zerchersquat', path: '/name', name: 'Zercher Squat' },
    { key: 'elbowsquat', path: '/aliases/0', name: 'Elbow Squat' },
    { key: 'zercher', path: '/aliases/1', name: 'Zercher' },
  ])
  t.match(nameClaims(movementDraft({ slug: 'zs', aliases: [] })), [{}, { key: 'zs', path: '/slug' }])
})

t.test('changes, field by field', async (t) => {
  const before = movementDraft()
  t.same(fieldChanges(before, movementDraft()), [])
  const after = movementDraft({ level: 'beginner', equipment: null, aliases: ['Elbow Squat', 'Z'], tags: [] })
  t.same(fieldChanges(before, after), [
    { field: 'level', from: 'advanced', to: 'beginner' },
    { field: 'equipment', from: 'barbell', to: null },
    { field: 'aliases', from: ['Elbow Squat'], to: ['Elbow Squat', 'Z'] },
    { field: 'tags', from: ['strongman'], to: [] },
  ])
  const reordered = fieldChanges(
    movementDraft({ aliases: ['a', 'b'] }),
    movementDraft({ aliases: ['b', 'a'] }),
  )
  t.same(
    reordered.map(({ field }) => field),
    ['aliases'],
  )
  t.same(
    fieldChanges(undefined, movementDraft({ tags: [] })).map(({ field, from }) => [field, from]),
    [
      'slug',
      'name',
      'pattern',
      'mechanic',
      'level',
      'equipment',
      'primaryMuscles',
      'secondaryMuscles',
      'aliases',
    ].map((field) => [field, null]),
    'a new draft: what it says, not what it leaves open',
  )
})

t.test('own work: whoever wrote or submitted it', async (t) => {
  const draft = { authors: ['curator-1', 'curator-2'], submittedBy: 'curator-3' }
  t.equal(ownWork(draft, 'curator-1'), 'wrote it')
  t.equal(ownWork(draft, 'curator-2'), 'wrote it')
  t.equal(ownWork(draft, 'curator-3'), 'submitted it')
  t.equal(ownWork(draft, 'curator-4'), undefined)
  t.equal(ownWork({ authors: ['movements-import'], submittedBy: null }, 'curator-1'), undefined)
})
