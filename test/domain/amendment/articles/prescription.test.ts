/** A6: sets are trimmed around the top set. */
import t from 'tap'
import { prescription } from '../../../../domain/amendment/articles/prescription.ts'
import type { Dose } from '../../../../domain/clock/dose.ts'
import type { LaidSegment } from '../../../../domain/clock/layout.ts'
import type { SetDocument } from '../../../../domain/plan/document.ts'
import { answered, breaks, exercise, holds, relaid, squat } from '../harness.ts'

const rising = exercise('row', 'accessory', ['lats'], {
  sets: [{ load: 60 }, { load: 70 }, { load: 80 }, { load: 70 }],
})
const good = answered([squat, rising], 1500)
const changingRow =
  (change: (dose: Dose) => Dose) =>
  (layout: LaidSegment[]): LaidSegment[] =>
    layout.map((segment) => ({
      ...segment,
      doses: segment.doses.map((dose) => (dose.exercise.id === 'row' ? change(dose) : dose)),
    }))
const keeping = (retained: number[]) =>
  relaid(
    good,
    changingRow((dose) => ({ ...dose, retained })),
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

t.test('breaks when what a retained set asks is not what the coach wrote', async (t) => {
  const asking = (asked: SetDocument) =>
    relaid(
      good,
      changingRow((dose) => {
        const workingSets = dose.exercise.workingSets.map((set) => ({
          ...set,
          prescription: { ...set.prescription, ...asked },
        }))
        return { ...dose, exercise: { ...dose.exercise, workingSets } }
      }),
    )
  for (const asked of [{ reps: 8 }, { load: 50 }, { rpe: 6 }]) {
    const [first] = prescription.check(good.programmed, asking(asked).compressed)
    t.match(first, { article: 'A6', exerciseId: 'row' }, Object.keys(asked).join())
  }
})

t.test('the open set is the top set where loads do not tell', async (t) => {
  const open = exercise('dip', 'accessory', ['triceps'], { sets: [{}, { reps: 'AMRAP' }, {}, {}] })
  // squat 1080; two dips of 35 and 41 s
  const two = answered([squat, open], 1080 + 45 + 35 + 41 + 75)
  t.same(two.compressed.layout[1]!.doses[0]!.retained, [0, 1])
  holds(t, prescription, two, 'the open set and the one before it')
  const wrong = relaid(two, ([lift, dip]) => [
    lift!,
    { ...dip!, doses: dip!.doses.map((dose) => ({ ...dose, retained: [2, 3] })) },
  ])
  breaks(t, prescription, wrong, 'dip', /lost its top set/, ['A11'])
})
