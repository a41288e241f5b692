/** Median and Theil–Sen slope, against values worked out by hand. */
import t from 'tap'
import { median, theilSen } from '../../../domain/adaptation/robust.ts'

t.test('median', async (t) => {
  t.equal(median([]), undefined)
  t.equal(median([7]), 7)
  t.equal(median([3, 1, 2]), 2)
  t.equal(median([4, 1, 3, 2]), 2.5)
  t.equal(median([10, 9, -100]), 9)
  const values = [3, 1, 2]
  median(values)
  t.same(values, [3, 1, 2], 'what comes in stays as it was')
})

t.test('slope', async (t) => {
  const of = (...values: number[]) => theilSen(values.map((value, at) => ({ at, value })))
  t.equal(of(), undefined)
  t.equal(of(1), undefined)
  t.equal(of(1, 3), 2)
  t.equal(of(0, 1, 2, 3, 4), 1)
  t.equal(of(0, 1, 2, 30, 4), 1, 'one odd value of five moves nothing')
  // Slopes 1, 2 (of 0 to 4), 3: the middle one.
  t.equal(of(0, 1, 4), 2)
})

t.test('points of one moment have no slope between them', async (t) => {
  t.equal(
    theilSen([
      { at: 1, value: 0 },
      { at: 1, value: 9 },
    ]),
    undefined,
  )
  t.equal(
    theilSen([
      { at: 1, value: 0 },
      { at: 1, value: 0 },
      { at: 3, value: 4 },
    ]),
    2,
  )
})
