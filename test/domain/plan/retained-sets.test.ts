/** The sets that stay, for any prescription: a run around the top set that only shrinks; and how loads are read. */
import fc from 'fast-check'
import t from 'tap'
import type { SetDocument } from '../../../domain/plan/document.ts'
import { retainedSetIndexes, topSetIndex } from '../../../domain/plan/top-set.ts'

const timed = (prescriptions: readonly SetDocument[]) =>
  prescriptions.map((prescription) => ({ prescription, workSeconds: 35, restSeconds: 60 }))
const topOf = (...loads: (number | string)[]) => topSetIndex(timed(loads.map((load) => ({ reps: 5, load }))))

t.test(
  'loads: decimals, spaces, capitals, plurals; a number is kilograms, other units are not',
  async (t) => {
    t.equal(topOf('82.5kg', ' 85 KG ', 80), 1)
    t.equal(topOf('100 lb', '105 lbs'), 1)
    t.equal(topOf('9%', '80%', '75%'), 1, 'as numbers, not as text')
    t.equal(topOf(60, '85%', 70), 0)
    t.equal(topOf('heavy', 'heavier'), 0)
  },
)

const someSet = fc.record({
  reps: fc.constantFrom<number | string>(5, '8-12', '5+', 'AMRAP'),
  load: fc.constantFrom<number | string>(60, 80, 80.5, '100 kg', '70%', 'bodyweight'),
})
const someSets = fc.array(someSet, { minLength: 1, maxLength: 8 }).map(timed)

t.test('the top set always stays, in a run; a set fewer takes away one end', async () => {
  fc.assert(
    fc.property(someSets, (sets) => {
      const top = topSetIndex(sets)
      return sets.every((_, less) => {
        const kept = retainedSetIndexes(sets, sets.length - less)
        const run = kept.every((index, place) => index === kept[0]! + place)
        const inside = kept.at(-1)! < sets.length && kept[0]! >= 0
        return run && inside && kept.length === sets.length - less && kept.includes(top)
      })
    }),
  )
})

t.test('sets after the top set are gone before one before it goes', async () => {
  fc.assert(
    fc.property(someSets, (sets) => {
      const top = topSetIndex(sets)
      return sets.every((_, less) => {
        const kept = retainedSetIndexes(sets, sets.length - less)
        return kept[0] === 0 || kept.at(-1) === top
      })
    }),
  )
})

t.test('the top set carries the heaviest load, and none after it as much', async () => {
  const loads = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(loads, (list) => {
      fc.pre(new Set(list).size > 1)
      const top = topSetIndex(timed(list.map((load) => ({ reps: 5, load }))))
      return list.every((load, index) => (index <= top ? load <= list[top]! : load < list[top]!))
    }),
  )
})
