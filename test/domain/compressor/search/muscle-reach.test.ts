/** What the items can add to a muscle: never ruled out where some choice of options gives it. */
import fc from 'fast-check'
import t from 'tap'
import { MuscleReach } from '../../../../domain/compressor/search/muscle-reach.ts'
import { OptionTableBuilder } from '../../../../domain/compressor/search/option-table.ts'
import type { SearchProblem } from '../../../../domain/compressor/search/problem.ts'

/** One muscle; each item adds one of its shares, or nothing. */
const problemOf = (shares: readonly (readonly number[])[]): SearchProblem => {
  const builder = new OptionTableBuilder(shares.length)
  for (const [item, amounts] of shares.entries()) {
    builder.add(1 << item, item, 0, 1, false)
    for (const amount of amounts)
      builder.member(builder.add(1 << item, item, 60, 0, false), 0, item + 1, amount, 1)
  }
  return {
    muscleCount: 1,
    columns: [{ muscles: [], sets: [] }, ...shares.map(() => ({ muscles: [0], sets: [1] }))],
    options: builder.finish(),
    loneItemCount: 0,
    baseSets: new Float64Array(1),
    compareChoices: () => 0,
  }
}

const reachOf = (shares: readonly (readonly number[])[]): MuscleReach => {
  const problem = problemOf(shares)
  return new MuscleReach(problem, Int32Array.from(problem.options.masks.keys()))
}

const sumsOf = (shares: readonly (readonly number[])[]): number[] =>
  shares.reduce<number[]>(
    (sums, amounts) => sums.flatMap((sum) => [sum, ...amounts.map((amount) => sum + amount)]),
    [0],
  )

const share = fc.double({ min: 0.1, max: 4, noNaN: true })

t.test('whatever can be added is within reach, or nearer than what is said to be nearest', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(share, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      fc.double({ min: 0, max: 10.9, noNaN: true }),
      (shares, wanted) => {
        const reach = reachOf(shares)
        for (let item = 0; item <= shares.length; item += 1) {
          const below = reach.below(item, 0, wanted)
          const above = reach.above(item, 0, wanted)
          for (const sum of sumsOf(shares.slice(item))) {
            if (sum <= wanted && sum > below + 1e-6) return false
            if (sum >= wanted && sum < above - 1e-6) return false
          }
        }
        return true
      },
    ),
    { numRuns: 500, seed: 11 },
  )
})

t.test('one exercise gives nothing or a set, never a third of one', async (t) => {
  const reach = reachOf([[1, 2]])
  t.equal(reach.below(0, 0, 0.33), 0)
  t.ok(reach.above(0, 0, 0.33) > 0.96 && reach.above(0, 0, 0.33) <= 1)
  t.equal(reach.below(1, 0, 0.33), 0, 'after the last item there is nothing')
  t.equal(reach.above(1, 0, 0.33), 11, 'and nothing up to the cap')
})

t.test('what is within reach is answered as it was asked', async (t) => {
  const reach = reachOf([[1], [0.5]])
  for (const sets of [0, 0.5, 1, 1.5]) {
    t.equal(reach.below(0, 0, sets), sets)
    t.equal(reach.above(0, 0, sets), sets)
  }
})

t.test('a share too small for a cell does not make nothing exact', async (t) => {
  t.ok(reachOf([[0.01]]).below(0, 0, 0.3) >= 0.01)
})
