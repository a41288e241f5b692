/** The coach's groups in detail: whose rest counts where, rounds that run out, ramps, fewer rounds. */
import t from 'tap'
import { doseOf } from '../../../domain/clock/dose.ts'
import { programmedGroupTiming } from '../../../domain/clock/programmed-group.ts'
import type { NormalExercise } from '../../../domain/plan/document.ts'
import { bench, curl, pushdown, raise } from '../amendment/harness.ts'
import { prepared } from '../prepared.ts'

const seconds = (members: NormalExercise[], rounds = 20): number =>
  programmedGroupTiming(
    prepared(...members.map((member) => ({ ...member, group: 'a' }))).exercises.map((exercise) =>
      doseOf(exercise, Math.min(rounds, exercise.workingSets.length)),
    ),
  ).totalSeconds

t.test('a first member that runs out leaves its partner alone with its own rest', async (t) => {
  // two rounds of 35 + 15 + 35 and 75 after each, then one set
  t.equal(seconds([{ ...curl, sets: 2 }, pushdown]), 90 + 2 * (85 + 75) + 35)
})

t.test('a last member that runs out: the round ends with the one before, and its rest', async (t) => {
  const long = { ...curl, restSeconds: 100 }
  // round 1: 35, 100, 35, pushdown's 75; round 2: the curl's 35 and 100; round 3: 35
  t.equal(seconds([long, { ...pushdown, sets: 1 }]), 90 + (35 + 100 + 35 + 75) + (35 + 100) + 35)
})

t.test('a middle member that runs out: the changeover is between its neighbours', async (t) => {
  const cable = { ...pushdown, sets: 1, equipment: 'cable' }
  // round 1: none to cable to none, 30 + 30; rounds 2 and 3: none to none, 15
  t.equal(seconds([curl, cable, raise]), 150 + (105 + 60 + 75) + (70 + 15 + 75) + (70 + 15))
})

t.test('a rest of 0 that the coach wrote counts as written', async (t) => {
  t.equal(seconds([{ ...curl, restSeconds: 0 }, pushdown]), 90 + 3 * 70 + 2 * 75)
  t.equal(seconds([curl, { ...pushdown, restSeconds: 0 }]), 90 + 3 * 85)
})

t.test("sets' own rests count only as the longest, after the round", async (t) => {
  const own = { ...pushdown, sets: [{ restSeconds: 10 }, { restSeconds: 90 }, {}] }
  t.equal(seconds([curl, own]), 90 + 3 * 85 + 2 * 90)
  t.equal(seconds([own, curl]), 90 + 3 * 85 + 2 * 75)
})

t.test('ramps come before the rounds: the default one of a core lift, and listed warm-up sets', async (t) => {
  const warmed = { ...curl, sets: [{ warmup: true, reps: 5 }, {}, {}] }
  // set-ups 120 + 45; ramps 2·(25 + 45) and 20 + 45; rounds 20 + 30 + 35, twice, with 75 between
  t.equal(seconds([{ ...bench, sets: 2 }, warmed]), 165 + 140 + 65 + 2 * 85 + 75)
})

t.test('fewer rounds: each member keeps no more sets than rounds', async (t) => {
  t.equal(
    seconds(
      [
        { ...curl, sets: 4 },
        { ...pushdown, sets: 2 },
      ],
      3,
    ),
    90 + 2 * (85 + 75) + 35,
  )
  t.equal(seconds([curl, pushdown], 1), 90 + 85)
})
