/** Days of the calendar, and which can be asked for. */
import t from 'tap'
import {
  dayFault,
  dayOf,
  daysBetween,
  daysLater,
  isCalendarDay,
  isMonday,
} from '../../../domain/calendar/calendar-day.ts'

t.test('real days', async (t) => {
  for (const day of ['2026-01-31', '2024-02-29', '2000-02-29', '0001-01-01']) t.ok(isCalendarDay(day), day)
  const none = ['2026-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00']
  const malformed = ['2026-1-1', '20260101', '2026-01-01T00:00:00Z', '', ' 2026-01-01', '+02026-01-01']
  for (const day of [...none, ...malformed]) t.notOk(isCalendarDay(day), day)
})

t.test('the day of a moment is that of UTC', async (t) => {
  t.equal(dayOf(new Date('2026-03-01T23:59:59.999Z')), '2026-03-01')
  t.equal(dayOf(new Date('2026-03-01T23:00:00-02:00')), '2026-03-02')
})

t.test('days apart, over months, leap days and years', async (t) => {
  t.equal(daysBetween('2024-02-28', '2024-03-01'), 2)
  t.equal(daysBetween('2025-12-31', '2026-01-01'), 1)
  t.equal(daysBetween('2026-03-01', '2026-02-28'), -1)
  t.equal(daysBetween('2026-03-28', '2026-03-30'), 2, 'the clocks that go forward in between do not count')
})

t.test('days are counted over months, years and leap days', async (t) => {
  const cases: [string, number, string][] = [
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-12-29', 6, '2026-01-04'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-02', 0, '2026-03-02'],
  ]
  for (const [day, days, expected] of cases) t.equal(daysLater(day, days), expected)
})

t.test('Mondays', async (t) => {
  t.same(['2026-03-01', '2026-03-02', '2026-03-03', '2024-12-30'].map(isMonday), [false, true, false, true])
})

t.test('a day to ask for is a real one, from 2000 to 2999', async (t) => {
  for (const day of ['2000-01-01', '2024-02-29', '2999-12-31']) t.equal(dayFault(day), undefined, day)
  for (const day of ['2026-02-30', '2023-02-29', '2026-00-10', '26-01-01', '']) {
    t.match(dayFault(day), /not a day of the calendar/, day)
  }
  t.match(dayFault('1999-12-31'), /before 2000-01-01/)
  t.match(dayFault('3000-01-01'), /after 2999-12-31/)
})
