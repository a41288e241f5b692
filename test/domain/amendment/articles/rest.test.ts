/** A5: core rest is never shortened, no rest level raised. */
import t from 'tap'
import { rest } from '../../../../domain/amendment/articles/rest.ts'
import type { LaidSegment } from '../../../../domain/clock/layout.ts'
import { answered, breaks, curl, exercise, holds, raise, relaid, squat, together } from '../harness.ts'

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

t.test('one set left has no rest to shorten', async (t) => {
  // squat 1080 s, one curl 80 s
  const one = answered([squat, curl], 1160, { accessorySetFloor: 1 })
  holds(t, rest, one, 'at the programmed rest')
  breaks(t, rest, relaid(one, resting('curl', 45)), 'curl', /keeps one set and cannot rest short/)
})

t.test('only accessories have a short level', async (t) => {
  const run = exercise('run', 'conditioning', ['cardio'], { restSeconds: 100 })
  const good = answered([squat, run, curl], 1500)
  breaks(t, rest, relaid(good, resting('run', 60)), 'run', /no level of its own/)
})

t.test('inside a group the pause may be longer than the level: that is no raise', async (t) => {
  const row = exercise('row', 'accessory', ['lats'], { restSeconds: 300 })
  const good = answered([squat, curl, row], 2100)
  holds(
    t,
    rest,
    relaid(good, ([lift]) => [lift!, together(good, 'curl', 'row')]),
    'the curl waits for the row',
  )
})
