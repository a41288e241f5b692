/** The oracle's clock on examples worked by hand. */
import t from 'tap'
import {
  changeoverSeconds,
  newGroupSeconds,
  originalSeconds,
  pauseSeconds,
  programmedGroupSeconds,
  shortRest,
  singleSeconds,
} from './clock.ts'
import { asProgrammed } from './doing.ts'
import { exercise, set } from './exercise.ts'

t.test('a single: setup, work, and the rests between its sets', async (t) => {
  t.equal(singleSeconds(asProgrammed(exercise('press'))), 45 + 3 * 29 + 2 * 120)
  t.equal(singleSeconds(asProgrammed(exercise('press'), 1)), 45 + 29)
  t.equal(singleSeconds({ ...asProgrammed(exercise('press')), restSeconds: 75 }), 45 + 3 * 29 + 2 * 75)
})

t.test('a single: a set of its own short rest keeps it at any level', async (t) => {
  const press = exercise('press', { workingSets: [set(29, 30), set(29, 120), set(29, 120)] })
  t.equal(singleSeconds(asProgrammed(press)), 45 + 87 + 30 + 120)
  t.equal(singleSeconds({ ...asProgrammed(press), restSeconds: 75 }), 45 + 87 + 30 + 75)
})

t.test('a ramp is work and rest after each set; cut, only its last set', async (t) => {
  const squat = exercise('squat', { role: 'core', warmupSets: [set(25, 45), set(20, 60)] })
  t.equal(singleSeconds(asProgrammed(squat)), 45 + 25 + 45 + 20 + 60 + 87 + 240)
  t.equal(singleSeconds({ ...asProgrammed(squat), rampCut: true }), 45 + 20 + 60 + 87 + 240)
})

t.test('short rest: 0.6 r, not under the floor, only between two sets and where it is shorter', async (t) => {
  const isolation = { mechanic: 'isolation' as const }
  t.equal(shortRest(exercise('compound', { restSeconds: 180 }), 2), 108)
  t.equal(shortRest(exercise('compound', { restSeconds: 120 }), 2), 75)
  t.equal(shortRest(exercise('compound', { restSeconds: 75 }), 2), null)
  t.equal(shortRest(exercise('isolation', { ...isolation, restSeconds: 75 }), 3), 45)
  t.equal(shortRest(exercise('isolation', { ...isolation, restSeconds: 90 }), 3), 54)
  t.equal(shortRest(exercise('compound', { restSeconds: 180 }), 1), null)
})

t.test('changeovers', async (t) => {
  const at = (station: string) => exercise(station, { station })
  t.equal(changeoverSeconds(at('rack'), at('rack')), 60)
  t.equal(changeoverSeconds(at('cable'), at('cable')), 15)
  t.equal(changeoverSeconds(at('none'), at('none')), 15)
  t.equal(changeoverSeconds(at('rack'), at('none')), 30)
  t.equal(changeoverSeconds(at('machine:row'), at('machine:curl')), 30)
})

t.test('a superset: every muscle still gets its rest while its partner works', async (t) => {
  const members = [exercise('press'), exercise('row', { restSeconds: 90 })].map((one) => asProgrammed(one))
  // press needs 120 − 29 − 15 = 76, row 90 − 29 − 15 = 46; the minimum is 45
  t.equal(pauseSeconds(members), 76)
  t.equal(newGroupSeconds(members), 90 + 6 * 29 + 3 * 15 + 2 * 76)
})

t.test('a block of unequal sets: the last round has the members with a set left', async (t) => {
  const members = [
    asProgrammed(exercise('a', { station: 'cable', restSeconds: 60 }), 3),
    asProgrammed(exercise('b', { restSeconds: 60 }), 2),
    asProgrammed(exercise('c', { station: 'cable', restSeconds: 60 }), 3),
  ]
  t.equal(pauseSeconds(members), 60)
  // two full rounds with 30 + 30, then a → c at the same station with 15
  t.equal(newGroupSeconds(members), 3 * 45 + 8 * 29 + 2 * 60 + 15 + 2 * 60)
})

t.test(
  'a programmed group: own rests where given, else changeovers, r after a round, nothing at the end',
  async (t) => {
    const silent = [exercise('a'), exercise('b', { restSeconds: 90 })].map((one) => asProgrammed(one))
    t.equal(programmedGroupSeconds(silent), 90 + 6 * 29 + 3 * 15 + 2 * 90)
    const said = [
      exercise('a', { restSeconds: 60, ownRestSeconds: 60 }),
      exercise('b', { restSeconds: 90, ownRestSeconds: 90 }),
    ].map((one) => asProgrammed(one))
    t.equal(programmedGroupSeconds(said), 90 + 6 * 29 + 3 * 60 + 2 * 90)
  },
)

t.test('a programmed group: after a round r holds, between its members the own rest does', async (t) => {
  // r is the longest over the sets, 120, where the exercise itself says 30
  const words = { restSeconds: 120, ownRestSeconds: 30 }
  const members = [exercise('a', words), exercise('b', words)].map((one) => asProgrammed(one))
  t.equal(programmedGroupSeconds(members), 90 + 6 * 29 + 3 * 30 + 2 * 120)
})

t.test('a programmed group of unequal sets ends with the member that has sets left', async (t) => {
  const members = [asProgrammed(exercise('a', { sets: 3 })), asProgrammed(exercise('b', { sets: 1 }))]
  // round 1: a, changeover 15, b, r 120; rounds 2 and 3: a alone, r 120 between them
  t.equal(programmedGroupSeconds(members), 90 + 4 * 29 + 15 + 120 + 120)
})

t.test('a session is the sum of its segments; neighbours under one label are one', async (t) => {
  const exercises = [
    exercise('a', { group: 'pair' }),
    exercise('b', { group: 'pair' }),
    exercise('c', { sets: 1 }),
  ]
  const session = { id: 's', name: 's', weekNumber: 1, dayOfWeek: 1, exercises }
  t.equal(originalSeconds(session), 90 + 6 * 29 + 3 * 15 + 2 * 120 + 45 + 29)
})
