/** Which sets stay, on examples worked by hand. */
import t from 'tap'
import type { Load, Reps } from '../../../../domain/plan/document.ts'
import { exercise, set } from './exercise.ts'
import { retainedSets, topSetIndex } from './retained-sets.ts'

const sets = (loads: readonly (Load | undefined)[], reps: readonly Reps[] = []) =>
  loads.map((load, index) =>
    set(20 + index, 60, { reps: reps[index] ?? 5, ...(load === undefined ? {} : { load }) }),
  )

const cases: [string, ReturnType<typeof sets>, number][] = [
  ['the last of the heaviest', sets([60, 80, 80, 70]), 2],
  ['numbers and kilograms are one unit', sets([60, '80 kg', 70]), 1],
  ['percentages', sets(['65%', '75%', '85%']), 2],
  ['pounds', sets(['135 lb', '95 lb']), 0],
  ['two units: the first set', sets(['60 kg', '180 lb']), 0],
  ['two units: the first open set', sets(['60 kg', '180 lb', '60 kg'], [5, '5+', 'AMRAP']), 1],
  ['a load missing: can not be compared', sets([60, undefined, 90]), 0],
  ['bodyweight: the first open set', sets(['bodyweight', 'bodyweight'], [8, 'AMRAP']), 1],
  ['equal loads: the first open set', sets([100, 100, 100], [5, 5, '5+']), 2],
  ['equal loads, none open: the first set', sets([100, 100, 100]), 0],
]

for (const [name, workingSets, top] of cases) {
  t.test(`top set: ${name}`, async (t) => {
    t.equal(topSetIndex(workingSets), top)
  })
}

t.test('sets after the top go first, from the end, then those before it, from the start', async (t) => {
  const press = exercise('press', { workingSets: sets([60, 70, 80, 70, 60]) })
  const kept = (count: number) => retainedSets(press, count).map((one) => one.workSeconds - 20)
  t.same(kept(5), [0, 1, 2, 3, 4])
  t.same(kept(4), [0, 1, 2, 3])
  t.same(kept(3), [0, 1, 2])
  t.same(kept(2), [1, 2])
  t.same(kept(1), [2])
})
