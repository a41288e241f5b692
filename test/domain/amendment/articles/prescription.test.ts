/** A6: sets are trimmed around the top set. */
import t from 'tap'
import { prescription } from '../../../../domain/amendment/articles/prescription.ts'
import type { Dose } from '../../../../domain/clock/dose.ts'
import { answered, breaks, exercise, holds, relaid, squat } from '../harness.ts'

const rising = exercise('row', 'accessory', ['lats'], {
  sets: [{ load: 60 }, { load: 70 }, { load: 80 }, { load: 70 }],
})
const good = answered([squat, rising], 1500)
const keeping = (retained: number[]) =>
  relaid(good, (layout) =>
    layout.map((segment) => ({
      ...segment,
      doses: segment.doses.map((dose): Dose => (dose.exercise.id === 'row' ? { ...dose, retained } : dose)),
    })),
  )

t.test('holds: the last set goes, then the first ones', async (t) => {
  for (const retained of [
    [0, 1, 2, 3],
    [0, 1, 2],
    [1, 2],
  ])
    holds(t, prescription, keeping(retained), `${retained}`)
})

t.test('breaks when the top set goes, or sets go out of turn', async (t) => {
  for (const retained of [[0, 1], [1, 2, 3], [0, 2], [2, 3], [3], []]) {
    t.match(
      prescription.check(good.programmed, keeping(retained).compressed)[0],
      {
        article: 'A6',
        exerciseId: 'row',
        message: /lost its top set, or sets out of turn/,
      },
      `${retained}`,
    )
  }
  breaks(t, prescription, keeping([2, 3]), 'row', /top set/, ['A10'])
})
