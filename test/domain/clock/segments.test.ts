/** How long segments take: singles, new groups, the coach's groups, a whole session. The sums stand in the tests. */
import t from 'tap'
import { type Dose, doseOf } from '../../../domain/clock/dose.ts'
import { layoutSeconds, programmedLayout } from '../../../domain/clock/layout.ts'
import { newGroupSeconds, newGroupTiming, roundPauseSeconds } from '../../../domain/clock/new-group.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { programmedGroupTiming } from '../../../domain/clock/programmed-group.ts'
import { singleTiming } from '../../../domain/clock/single.ts'
import type { NormalExercise } from '../../../domain/plan/document.ts'
import { bench, curl, exercise, pushdown, squat } from '../amendment/harness.ts'

const prepare = (...exercises: NormalExercise[]) =>
  prepareSession({ id: 'day', name: 'Day', dayOfWeek: 1, exercises }, 1)
const dose = (one: NormalExercise, ...how: [sets?: number, level?: Dose['level'], ramp?: number]): Dose =>
  doseOf(prepare(one).exercises[0]!, ...how)

t.test('a single: set-up, ramp, sets, and the rests between them', async (t) => {
  // 45 + 3·35 + 2·75
  t.match(singleTiming(dose(curl)), {
    setupSeconds: 45,
    workSeconds: 105,
    restSeconds: 150,
    totalSeconds: 300,
  })
  // short: 45 s between
  t.equal(singleTiming(dose(curl, 3, 'short')).totalSeconds, 45 + 105 + 90)
  // one set has no rest to shorten
  t.match(dose(curl, 1, 'short'), { level: 'programmed', restSeconds: 75 })
  // 120 + 2·(25 + 45) + 5·20 + 4·180
  t.match(singleTiming(dose(squat)), {
    setupSeconds: 120,
    workSeconds: 150,
    restSeconds: 810,
    totalSeconds: 1080,
  })
  t.equal(singleTiming(dose(squat, 3, 'programmed', 1)).totalSeconds, 120 + 70 + 60 + 360)
})

t.test("a single at the short level rests the shorter of it and the set's own", async (t) => {
  const own = { ...curl, sets: [{ restSeconds: 30 }, {}, {}] }
  t.equal(singleTiming(dose(own, 3, 'short')).restSeconds, 30 + 45)
})

t.test('a superset: partners work while each rests, the pause is what is missing', async (t) => {
  const pair = [dose(curl), dose(pushdown)]
  // Each rests 75: its partner's 35 and the changeover of 15 leave 25, under the minimum of 45.
  t.equal(roundPauseSeconds(pair), 45)
  // 2·45 + 6·35 + 3 changeovers of 15 + 2 pauses of 45
  t.match(newGroupTiming(pair), { setupSeconds: 90, workSeconds: 210, restSeconds: 135, totalSeconds: 435 })
  const slow = { ...curl, restSeconds: 180 }
  t.equal(roundPauseSeconds([dose(slow), dose(pushdown)]), 180 - 35 - 15)
})

t.test('unequal sets: the last round has no changeover when one is left alone', async (t) => {
  const pair = [dose({ ...curl, sets: 3 }), dose({ ...pushdown, sets: 4 })]
  // 90 + 7·35 + 3·15 + 3·45
  t.equal(newGroupSeconds(pair), 90 + 245 + 45 + 135)
  t.equal(newGroupTiming(pair).totalSeconds, newGroupSeconds(pair))
})

t.test('a block of three: the missing middle member changes the changeover', async (t) => {
  const cable = { ...pushdown, id: 'fly', equipment: 'cable', primaryMuscles: ['chest'] }
  const block = [dose(curl), dose({ ...cable, sets: 2 }), dose({ ...pushdown, sets: 3 })]
  // two rounds none–cable–none of 30 + 30, one round none–none of 15; pause at least 60
  t.equal(roundPauseSeconds(block), 60)
  t.equal(newGroupSeconds(block), 45 + 60 + 45 + 8 * 35 + 2 * 60 + 15 + 2 * 60)
})

t.test(
  "a coach's group: own rests where written, else the changeover; after a round the last one's rest",
  async (t) => {
    const a = { ...curl, group: 'a' }
    const b = { ...pushdown, group: 'a', sets: 2, restSeconds: 60 }
    // rounds 1, 2: 35 + 15 + 35 + 60; round 3: the curl alone; nothing after the very last set
    t.equal(programmedGroupTiming([dose(a), dose(b)]).totalSeconds, 90 + 2 * (35 + 15 + 35 + 60) + 35)
    const own = { ...a, restSeconds: 20 }
    t.equal(programmedGroupTiming([dose(own), dose(b)]).totalSeconds, 90 + 2 * (35 + 20 + 35 + 60) + 35)
    const around = { ...bench, group: 'a', sets: 2, reps: 10 }
    // set-ups 120 + 45, ramp 140, rounds: 35 + 30 + 35, 60 between them
    t.equal(programmedGroupTiming([dose(around), dose(b)]).totalSeconds, 165 + 140 + 200 + 60)
  },
)

t.test('a session is the sum of its segments; a label that nobody shares makes no group', async (t) => {
  const session = prepare(
    squat,
    { ...curl, group: 'a' },
    { ...pushdown, group: 'a' },
    { ...exercise('raise', 'accessory', ['shoulders']), group: 'b' },
  )
  t.same(
    programmedLayout(session).map(({ kind }) => kind),
    ['core_lift', 'programmed_group', 'accessory_single'],
  )
  t.equal(session.exercises[3]!.group, null)
  // the group: 90 + 3·(35 + 15 + 35) + 2·75
  t.equal(layoutSeconds(programmedLayout(session)), 1080 + 495 + 300)
})
