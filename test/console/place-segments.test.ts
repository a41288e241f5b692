/** Where a session's work lies in time: every second of the clock is drawn, and partners take turns. */
import t from 'tap'
import { numbersOf, placeSegments } from '../../console/src/crunch/place-segments.ts'
import { demoPlans, demoUser } from '../../demo-plans/demo-plans.ts'
import { seedDemoPlans } from '../../demo-plans/seed-demo-plans.ts'
import type { SessionAnswer } from '../../domain/compressor/answer.ts'
import { bearer, testApp } from '../helper.ts'

const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6

t.test(
  'all demo sessions at six targets: work adds up, stays inside its segment, and never overlaps',
  async (t) => {
    const app = await testApp(t)
    await seedDemoPlans(app)
    for (const { id: planId } of demoPlans) {
      for (const targetMinutes of [15, 20, 30, 45, 60, 180]) {
        const payload = { planId, targetMinutes }
        const url = '/api/v1/time-crunch/preview'
        const answer = await app.inject({ method: 'POST', url, headers: bearer(demoUser), payload })
        const { sessions } = answer.json<{ sessions: SessionAnswer[] }>()
        for (const { name, segments, compressedDurationSeconds } of sessions) {
          let now = 0
          const faults: string[] = []
          for (const { segment, fromSecond, lanes, totalSeconds } of placeSegments(segments)) {
            const strokes = lanes.flatMap((lane) => lane.strokes).sort((a, b) => a.fromSecond - b.fromSecond)
            const work = strokes.reduce((sum, { seconds }) => sum + seconds, 0)
            if (fromSecond !== now) faults.push(`${segment.id} begins at ${fromSecond}, not ${now}`)
            if (!near(work, segment.timing.workSeconds)) faults.push(`${segment.id}: ${work} s of work`)
            let free = fromSecond + segment.timing.setupSeconds
            for (const { fromSecond: from, seconds } of strokes) {
              if (from < free - 1e-6) faults.push(`${segment.id}: overlaps at ${from}`)
              free = from + seconds
            }
            now += totalSeconds
            if (free > now + 1e-6) faults.push(`${segment.id}: runs over its end`)
          }
          t.strictSame(faults, [], `${name} at ${targetMinutes}`)
          t.equal(now, compressedDurationSeconds)
        }
      }
    }
  },
)

t.test('numbers are places in the programme; nothing programmed, no numbers', async (t) => {
  t.equal(numbersOf([]).size, 0)
  t.strictSame(placeSegments([]), [])
})
