/** New groups in detail: rest levels, the shortest work, stations, warm-up sets; and the clock against a walk through it. */
import fc from 'fast-check'
import t from 'tap'
import type { Dose } from '../../../domain/clock/dose.ts'
import { newGroupSeconds, newGroupTiming, roundPauseSeconds } from '../../../domain/clock/new-group.ts'
import type { NormalExercise } from '../../../domain/plan/document.ts'
import { curl, exercise, pushdown } from '../amendment/harness.ts'
import { doseFor } from '../prepared.ts'

const slowRow = exercise('row', 'accessory', ['lats'], { mechanic: 'compound', restSeconds: 300 })

t.test('the short level of a group: each member at its own short rest', async (t) => {
  // 300 → 180 for the row; its partner's 35 and the changeover of 15 come off
  t.equal(roundPauseSeconds([doseFor(curl), doseFor(slowRow)]), 300 - 35 - 15)
  t.equal(roundPauseSeconds([doseFor(curl, 3, 'short'), doseFor(slowRow, 3, 'short')]), 180 - 35 - 15)
})

t.test('the short level of a group: as programmed where a member has none, or keeps one set', async (t) => {
  // 0.6 · 45 is under the floor of 45: nothing shorter
  t.match(doseFor({ ...curl, restSeconds: 45 }, 3, 'short'), { level: 'programmed', restSeconds: 45 })
  const oneLeft = [doseFor(curl, 2, 'short'), doseFor(slowRow, 1, 'short')]
  t.equal(roundPauseSeconds(oneLeft), 300 - 35 - 15)
  // 2 set-ups of 45, 3 sets of 35, one changeover, one pause
  t.equal(newGroupSeconds(oneLeft), 90 + 105 + 15 + 250)
})

t.test('the pause counts on the shortest work among the sets that a partner keeps', async (t) => {
  const uneven = { ...curl, sets: [{ reps: 10 }, { reps: 4 }, { reps: 10 }] }
  const resting = { ...pushdown, restSeconds: 180 }
  // 35, 17, 35 seconds: the first set alone, then with the quick one
  t.equal(roundPauseSeconds([doseFor(uneven, 1), doseFor(resting, 2)]), 180 - 35 - 15)
  t.equal(roundPauseSeconds([doseFor(uneven, 2), doseFor(resting, 2)]), 180 - 17 - 15)
})

t.test('timed sets and sets per side fill the rest of a partner', async (t) => {
  const plank = exercise('plank', 'accessory', ['abdominals'], { seconds: 40, perSide: true })
  t.equal(roundPauseSeconds([doseFor(plank), doseFor({ ...pushdown, restSeconds: 180 })]), 180 - 80 - 15)
})

t.test('stations decide the changeover: rack to rack, one cable, two machines', async (t) => {
  const at = (id: string, more: Partial<NormalExercise>) => doseFor({ ...curl, id, ...more })
  const seconds = (more: Partial<NormalExercise>) => newGroupSeconds([at('one', more), at('two', more)])
  // set-ups, 6 sets of 35, 3 changeovers, 2 pauses of 45
  t.equal(seconds({ equipment: 'barbell' }), 240 + 210 + 3 * 60 + 90)
  t.equal(seconds({ equipment: 'cable' }), 120 + 210 + 3 * 15 + 90)
  t.equal(seconds({ equipment: 'machine' }), 120 + 210 + 3 * 30 + 90)
  t.equal(seconds({ equipment: 'machine', station: 'tower' }), 120 + 210 + 3 * 15 + 90)
})

t.test('listed warm-up sets of a member are timed before the rounds', async (t) => {
  const warmed = { ...curl, sets: [{ warmup: true, reps: 5 }, {}, {}] }
  // ramp 20 + 45; 4 sets of 35, 2 changeovers of 15, 1 pause of 45
  t.match(newGroupTiming([doseFor(warmed), doseFor(pushdown, 2)]), {
    setupSeconds: 90,
    workSeconds: 20 + 140,
    restSeconds: 45 + 30 + 45,
    totalSeconds: 370,
  })
})

t.test('one round has no pause', async (t) => {
  t.equal(newGroupSeconds([doseFor(curl, 1), doseFor(slowRow, 1)]), 90 + 70 + 15)
})

/** Does the group set by set; returns when it ends, and the shortest gap of each member between two full rounds. */
const walk = (doses: readonly Dose[], changeover: (from: Dose, to: Dose) => number) => {
  let now = doses.reduce((sum, { exercise: { setupSeconds } }) => sum + setupSeconds, 0)
  const ended = new Map<Dose, number>()
  const gaps = new Map<Dose, number>(doses.map((dose) => [dose, Number.POSITIVE_INFINITY]))
  const rounds = Math.max(...doses.map(({ retained }) => retained.length))
  for (let round = 0; round < rounds; round += 1) {
    const members = doses.filter(({ retained }) => retained.length > round)
    for (const [place, dose] of members.entries()) {
      if (place > 0) now += changeover(members[place - 1]!, dose)
      const full = members.length === doses.length
      if (full && round > 0) gaps.set(dose, Math.min(gaps.get(dose)!, now - ended.get(dose)!))
      now += dose.exercise.workingSets[dose.retained[round]!]!.workSeconds
      ended.set(dose, now)
    }
    if (round < rounds - 1) now += roundPauseSeconds(doses)
  }
  return { seconds: now, gaps }
}

const someMember = fc.record({
  extraSets: fc.integer({ min: 0, max: 1 }),
  reps: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 6, maxLength: 6 }),
  restSeconds: fc.integer({ min: 0, max: 400 }),
  mechanic: fc.constantFrom('compound' as const, 'isolation' as const),
  equipment: fc.constantFrom('barbell', 'cable', 'dumbbell'),
})
const changeovers: Record<string, number> = { rack: 60, cable: 15, none: 15 }

t.test('walked through, a group takes that long, and every muscle gets its rest', async () => {
  fc.assert(
    fc.property(
      fc.array(someMember, { minLength: 2, maxLength: 3 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('programmed' as const, 'short' as const),
      (members, fewest, level) => {
        const doses = members.map(({ extraSets, reps, ...more }, index) => {
          const sets = reps.slice(0, fewest + extraSets).map((count) => ({ reps: count }))
          return doseFor({ ...curl, id: `member-${index}`, ...more, sets }, sets.length, level)
        })
        const { seconds, gaps } = walk(doses, ({ exercise: from }, { exercise: to }) =>
          from.station === to.station ? changeovers[from.station]! : 30,
        )
        const rested = doses.every((dose) => gaps.get(dose)! >= dose.restSeconds)
        return rested && seconds === newGroupSeconds(doses) && seconds === newGroupTiming(doses).totalSeconds
      },
    ),
  )
})
