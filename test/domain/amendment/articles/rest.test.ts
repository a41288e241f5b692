/** A5: core rest is never shortened, no rest level raised. */
import t from 'tap'
import { rest } from '../../../../domain/amendment/articles/rest.ts'
import type { LaidSegment } from '../../../../domain/clock/layout.ts'
import { answered, breaks, curl, holds, raise, relaid, squat } from '../harness.ts'

const resting =
  (id: string, restSeconds: number) =>
  (layout: LaidSegment[]): LaidSegment[] =>
    layout.map((segment) => ({
      ...segment,
      doses: segment.doses.map((dose) => (dose.exercise.id === id ? { ...dose, restSeconds } : dose)),
    }))

const good = answered([squat, curl, raise], 1600, { allowSupersets: false })

t.test('holds at the programmed rest and at the short level', async (t) => {
  holds(t, rest, good, 'as answered')
  const short = answered([curl, raise], 560, { allowSupersets: false })
  t.ok(short.compressed.layout.some(({ doses }) => doses[0]!.level === 'short'))
  holds(t, rest, short, 'an accessory rests short')
})

t.test('breaks when a core lift rests less', async (t) => {
  breaks(t, rest, relaid(good, resting('squat', 90)), 'squat', /core lift and its rest was shortened/)
})

t.test('breaks when a rest is raised, or is no level at all', async (t) => {
  breaks(t, rest, relaid(good, resting('curl', 120)), 'curl', /rests 120 s, more than programmed/)
  breaks(t, rest, relaid(good, resting('curl', 50)), 'curl', /no level of its own/)
})
