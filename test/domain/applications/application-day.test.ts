/** Which days a session can be applied to, and which are over. */
import t from 'tap'
import { applicationDayFault, isOver } from '../../../domain/applications/application-day.ts'

t.test('a session is applied to a day at most sixty weeks ahead', async (t) => {
  t.equal(applicationDayFault('2027-04-26', '2026-03-02'), undefined)
  t.match(applicationDayFault('2027-04-27', '2026-03-02'), /after 2027-04-26/)
  t.equal(applicationDayFault('2025-01-01', '2026-03-02'), undefined)
  t.match(applicationDayFault('2025-02-29', '2026-03-02'), /not a day of the calendar/)
})

t.test('a day is over when it is over everywhere', async (t) => {
  t.equal(isOver('2026-02-28', '2026-03-02'), true)
  for (const day of ['2026-03-01', '2026-03-02', '2026-03-03']) t.equal(isOver(day, '2026-03-02'), false, day)
})
