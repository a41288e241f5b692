/** What of a plan the library knows, and what it does not. */
import t from 'tap'
import { indexMovements } from '../../../domain/movements/movement-index.ts'
import { planMovements } from '../../../domain/movements/plan-movements.ts'
import { exercise, normal, session } from '../plan/build-plan.ts'
import { movement } from './build-movement.ts'

const library = indexMovements([movement({ aliases: ['Bench'] }), movement({ slug: 'dip', name: 'Dip' })])
const day = (...exercises: Parameters<typeof exercise>[0][]) =>
  session(exercises.map((change) => exercise(change)))

t.test('slugs and names, each once, in the order of the plan, with their places', async (t) => {
  const plan = normal({
    name: 'Plan',
    microcycles: [
      {
        weekNumber: 1,
        sessions: [
          day({ name: 'Bench' }, { name: 'Anvil lift' }, { name: 'Whatever', movement: 'dip' }),
          day({ name: 'Anvil lift' }, { name: 'Dip', movement: 'dips-2' }),
        ],
      },
      { weekNumber: 2, sessions: [day({ name: 'Bench' }, { name: 'Odd', movement: 'odd-lift' })] },
    ],
  })
  const at = (week: number, of: number, place: number) =>
    `/microcycles/${week}/sessions/${of}/exercises/${place}`
  t.strictSame(planMovements(plan, library), {
    resolved: [
      { name: 'Bench', exercises: [at(0, 0, 0), at(1, 0, 0)], count: 2, movement: 'bench-press', by: 'name' },
      { name: 'Whatever', exercises: [at(0, 0, 2)], count: 1, movement: 'dip', by: 'slug' },
    ],
    unresolved: [
      { name: 'Anvil lift', exercises: [at(0, 0, 1), at(0, 1, 0)], count: 2, movement: null, nameIsOf: null },
      { name: 'Dip', exercises: [at(0, 1, 1)], count: 1, movement: 'dips-2', nameIsOf: 'dip' },
      { name: 'Odd', exercises: [at(1, 0, 1)], count: 1, movement: 'odd-lift', nameIsOf: null },
    ],
  })
})

t.test('twenty places are listed, all are counted', async (t) => {
  const plan = normal({
    name: 'Plan',
    microcycles: [
      { weekNumber: 1, sessions: [day(...Array.from({ length: 25 }, () => ({ name: 'Bench' })))] },
    ],
  })
  const [bench] = planMovements(plan, library).resolved
  t.equal(bench!.exercises.length, 20)
  t.equal(bench!.count, 25)
})
