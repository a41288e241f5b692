/** Seconds of a set, and the rests and set-ups that a plan leaves out: each number worked out by hand. */
import t from 'tap'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { clockReps, hardnessReps } from '../../../domain/clock/repetitions.ts'
import { shortRestSeconds } from '../../../domain/clock/rest.ts'
import { changeoverSeconds } from '../../../domain/clock/station.ts'
import { secondsPerRep, workSeconds } from '../../../domain/clock/work.ts'
import type { NormalExercise } from '../../../domain/plan/document.ts'
import { exercise } from '../amendment/harness.ts'

const prepared = (one: NormalExercise) =>
  prepareSession({ id: 'day', name: 'Day', dayOfWeek: 1, exercises: [one] }, 1).exercises[0]!

t.test('repetitions that count: n, the upper end, n + 3, 12', async (t) => {
  t.same([8, '8-12', '5+', 'AMRAP'].map(clockReps), [8, 12, 8, 12])
  t.same([8, '8-12', '5+', 'AMRAP', undefined].map(hardnessReps), [8, 12, 5, Infinity, Infinity])
  t.throws(() => clockReps('many'), RangeError)
})

t.test(
  'work: reps × seconds + 5, a tempo its sum, X one second; per side twice; a timed set its seconds',
  async (t) => {
    t.equal(workSeconds({ reps: 10 }), 10 * 3 + 5)
    t.equal(secondsPerRep('3-1-1-0'), 5)
    t.equal(secondsPerRep('3-1-X-0'), 5)
    t.equal(workSeconds({ reps: '8-12' }, { tempo: '3-1-1-0' }), 12 * 5 + 5)
    t.equal(workSeconds({ reps: '5+' }, { perSide: true }), 2 * (8 * 3 + 5))
    t.equal(workSeconds({ seconds: 40 }), 40)
    t.equal(workSeconds({ seconds: 40 }, { perSide: true }), 80)
  },
)

t.test('default rests by role, mechanic and the hardest set', async (t) => {
  const restOf = (one: NormalExercise) => prepared(one).restSeconds
  const core = (more: Partial<NormalExercise>) => restOf(exercise('lift', 'core', ['chest'], more))
  t.equal(core({ reps: 5 }), 180)
  t.equal(core({ reps: '5+' }), 180)
  t.equal(core({ reps: 6 }), 150)
  t.equal(core({ reps: 'AMRAP' }), 150)
  t.equal(core({ sets: [{ reps: 8 }, { reps: 3 }] }), 180, 'the lowest of the working sets')
  t.equal(core({ sets: [{ reps: 3, warmup: true }, { reps: 8 }] }), 150, 'a warm-up set does not count')
  t.equal(restOf(exercise('row', 'accessory', ['lats'], { mechanic: 'compound' })), 120)
  t.equal(restOf(exercise('curl', 'accessory', ['biceps'])), 75)
  t.equal(restOf(exercise('run', 'conditioning', ['cardio'])), 60)
  t.equal(restOf(exercise('walk', 'warmup', ['cardio'])), 0)
})

t.test("rests: a set's own before its exercise's; r is the longest over the working sets", async (t) => {
  const one = prepared(
    exercise('curl', 'accessory', ['biceps'], {
      restSeconds: 60,
      sets: [{ warmup: true }, { warmup: true, restSeconds: 20 }, {}, { restSeconds: 90 }],
    }),
  )
  t.same(
    one.workingSets.map((set) => set.restSeconds),
    [60, 90],
  )
  t.same(
    one.warmupSets.map((set) => set.restSeconds),
    [45, 20],
  )
  t.equal(one.restSeconds, 90)
})

t.test(
  'an unknown mechanic is compound from three muscles on; a muscle in both lists is primary',
  async (t) => {
    const { mechanic: _, ...bare } = exercise('row', 'accessory', ['lats'], {
      secondaryMuscles: ['lats', 'biceps'],
    })
    t.match(prepared(bare), { mechanic: 'isolation', secondaryMuscles: ['biceps'] })
    t.equal(prepared({ ...bare, secondaryMuscles: ['biceps', 'forearms'] }).mechanic, 'compound')
  },
)

t.test(
  'the default ramp: two sets before a core barbell lift that lists none, and for no other',
  async (t) => {
    const barbell = { equipment: 'barbell' }
    t.same(
      prepared(exercise('squat', 'core', ['quadriceps'], barbell)).warmupSets.map((set) => [
        set.workSeconds,
        set.restSeconds,
      ]),
      [
        [25, 45],
        [25, 45],
      ],
    )
    t.equal(
      prepared(exercise('lunge', 'core', ['quadriceps'], { ...barbell, perSide: true })).warmupSets[0]!
        .workSeconds,
      25,
    )
    t.equal(prepared(exercise('curl', 'accessory', ['biceps'], barbell)).warmupSets.length, 0)
    t.equal(prepared(exercise('press', 'core', ['chest'])).warmupSets.length, 0)
    const listed = exercise('squat', 'core', ['quadriceps'], { ...barbell, sets: [{ warmup: true }, {}] })
    t.same(
      prepared(listed).warmupSets.map((set) => set.workSeconds),
      [35],
    )
  },
)

t.test('stations and set-ups: by equipment, or as the plan says', async (t) => {
  const at = (more: Partial<NormalExercise>, role: NormalExercise['role'] = 'accessory') => {
    const { station, setupSeconds } = prepared(exercise('press', role, ['chest'], more))
    return [station, setupSeconds]
  }
  t.same(at({ equipment: 'barbell' }), ['rack', 120])
  t.same(at({ equipment: 'cable' }), ['cable', 60])
  t.same(at({ equipment: 'machine' }), ['machine:press', 60])
  t.same(at({ equipment: 'machine', movement: 'chest-press' }), ['machine:chest-press', 60])
  t.same(at({ equipment: 'ez_curl_bar' }), ['none', 45])
  t.same(at({ equipment: 'barbell', station: 'none' }), ['none', 45])
  t.same(at({ equipment: 'body_only' }, 'warmup'), ['none', 15])
  t.same(at({ equipment: 'machine' }, 'conditioning'), ['machine:press', 60])
  t.same(at({ setupSeconds: 0 }), ['none', 0])
})

t.test('changeovers: both at the rack 60, the same other station or none 15, otherwise 30', async (t) => {
  t.equal(changeoverSeconds('rack', 'rack'), 60)
  t.equal(changeoverSeconds('cable', 'cable'), 15)
  t.equal(changeoverSeconds('none', 'none'), 15)
  t.equal(changeoverSeconds('none', 'cable'), 30)
})

t.test('the short level: six tenths, not under the floor, only where shorter', async (t) => {
  t.equal(shortRestSeconds(120, 'compound'), 75)
  t.equal(shortRestSeconds(180, 'compound'), 108)
  t.equal(shortRestSeconds(75, 'compound'), null)
  t.equal(shortRestSeconds(75, 'isolation'), 45)
  t.equal(shortRestSeconds(45, 'isolation'), null)
})
