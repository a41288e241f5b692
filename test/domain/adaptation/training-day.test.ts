/** Which days can be reported. */
import t from 'tap'
import { trainingDayFault } from '../../../domain/adaptation/training-day.ts'

t.test('training is not in the future; east of Greenwich it may be tomorrow', async (t) => {
  const today = '2026-12-31'
  t.equal(trainingDayFault(today, today), undefined)
  t.equal(trainingDayFault('2027-01-01', today), undefined)
  t.match(
    trainingDayFault('2027-01-02', today),
    /not be after 2027-01-01: feedback is about training that was/,
  )
  t.equal(trainingDayFault('2000-01-01', today), undefined)
  t.match(trainingDayFault('1999-12-31', today), /before 2000-01-01$/)
  t.match(trainingDayFault('2026-02-30', today), /not a day of the calendar; write it as YYYY-MM-DD$/)
})
