/** Words of an intent: resolved, or refused by name. */
import t from 'tap'
import type { IntentDocument } from '../../../domain/generator/intent.ts'
import { resolveIntent } from '../../../domain/generator/resolve-intent.ts'
import { smallLibrary } from './small-library.ts'

const intent = (changes: Partial<IntentDocument> = {}): IntentDocument => ({
  goal: 'strength',
  experience: 'beginner',
  daysPerWeek: 3,
  minutesPerSession: 45,
  equipment: ['barbell'],
  ...changes,
})

const resolved = (changes: Partial<IntentDocument>) => {
  const checked = resolveIntent(intent(changes), smallLibrary)
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  return checked.value
}

t.test('defaults', async (t) => {
  t.match(resolved({}), {
    weeks: 12,
    progression: 'linear',
    deloadEvery: 8,
    seed: 1,
    name: 'Strength, 3 days a week, 12 weeks',
  })
  t.equal(resolved({ experience: 'intermediate' }).deloadEvery, 6)
  t.equal(resolved({ experience: 'advanced' }).deloadEvery, 5)
  t.equal(resolved({ deloadEvery: null }).deloadEvery, null)
  t.equal(
    resolved({ goal: 'general_fitness', daysPerWeek: 1, weeks: 1 }).name,
    'General fitness, 1 day a week, 1 week',
  )
})

t.test('equipment: aliases, once each, and always the own body', async (t) => {
  const words = ['DB', 'dumbbells', 'Resistance Bands', 'no equipment']
  t.strictSame([...resolved({ equipment: words }).equipment].sort(), ['bands', 'body_only', 'dumbbell'])
  t.strictSame([...resolved({ equipment: [] }).equipment], ['body_only'])
})

t.test('limitations: patterns, muscles by alias, movements by slug, name or other name', async (t) => {
  const { avoided } = resolved({
    limitations: ['Vertical push', 'back', 'bench-press', "Farmer's walk", 'hyperextension', 'cardio'],
  })
  t.strictSame([...avoided.patterns].sort(), ['conditioning', 'vertical_push'])
  t.strictSame([...avoided.muscles].sort(), ['cardio', 'lats', 'middle_back'])
  t.strictSame([...avoided.slugs].sort(), ['back-extension', 'bench-press', 'farmer-s-walk'])
})

t.test('every unknown word is named with its place and what is known', async (t) => {
  const checked = resolveIntent(
    intent({ equipment: ['barbell', 'sofa'], limitations: ['my knee'], priorities: ['legs', 'cardio'] }),
    smallLibrary,
  )
  t.match(checked, {
    ok: false,
    faults: [
      { path: '/equipment/1', kind: 'unknown_vocabulary', message: /sofa.*known equipment: bands/ },
      { path: '/limitations/0', kind: 'unknown_vocabulary', message: /my knee.*abdominals.*squat/ },
      { path: '/priorities/0', kind: 'unknown_vocabulary', message: /legs.*abdominals/ },
      { path: '/priorities/1', kind: 'unknown_vocabulary' },
    ],
  })
})

t.test('a muscle cannot be a priority and avoided; a name cannot be blank', async (t) => {
  const checked = resolveIntent(
    intent({ limitations: ['chest'], priorities: ['biceps', 'pecs'], name: ' ' }),
    smallLibrary,
  )
  t.match(checked, {
    ok: false,
    faults: [
      { path: '/priorities/1', kind: 'invalid', message: /chest/ },
      { path: '/name', kind: 'invalid' },
    ],
  })
})
