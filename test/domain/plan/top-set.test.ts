/** Which sets stay when an exercise is trimmed. */
import t from 'tap'
import type { SetDocument } from '../../../domain/plan/document.ts'
import { retainedSetIndexes, topSetIndex } from '../../../domain/plan/top-set.ts'

const sets = (...prescriptions: SetDocument[]) =>
  prescriptions.map((prescription) => ({ prescription, workSeconds: 35, restSeconds: 60 }))
const loads = (...list: (number | string)[]) => sets(...list.map((load) => ({ reps: 5, load })))

t.test('the top set is the last of the heaviest, in one unit', async (t) => {
  t.equal(topSetIndex(loads(60, 80, 80, 70)), 2)
  t.equal(topSetIndex(loads('65%', '75%', '85%')), 2)
  t.equal(topSetIndex(loads(60, '80 kg', 70)), 1, 'a number is kilograms')
  t.equal(topSetIndex(loads('100 lb', '50 kg', '90 lb')), 0, 'pounds and kilograms are not compared')
})

t.test('where loads do not differ or cannot be compared: the first open set, else the first', async (t) => {
  t.equal(topSetIndex(sets({ reps: 5, load: 80 }, { reps: '5+', load: 80 }, { reps: 'AMRAP', load: 80 })), 1)
  t.equal(topSetIndex(loads('bodyweight', '20 kg', '10 kg')), 0)
  t.equal(topSetIndex(sets({ reps: 5 }, { reps: 5 })), 0)
  t.equal(
    topSetIndex(sets({ reps: 5, load: 60 }, { reps: 5 }, { reps: '5+', load: 90 })),
    2,
    'one without a load',
  )
})

t.test('sets after it go first, from the end, then those before it, from the start', async (t) => {
  const five = loads(60, 70, 80, 70, 60)
  t.same(
    [5, 4, 3, 2, 1].map((count) => retainedSetIndexes(five, count)),
    [[0, 1, 2, 3, 4], [0, 1, 2, 3], [0, 1, 2], [1, 2], [2]],
  )
})
