/** The oracle's five answers on sessions small enough to work by hand. */
import t from 'tap'
import { type Amendment, defaultAmendment } from '../../../../domain/amendment/amendment.ts'
import type { SessionExercise } from '../../../../domain/plan/session.ts'
import { planOf } from './compare.ts'
import { enumerateAnswer } from './enumerate.ts'
import { exercise, set } from './exercise.ts'

const answerAt = (budgetSeconds: number, exercises: SessionExercise[], words: Partial<Amendment> = {}) => {
  const targetMinutes = Math.ceil(budgetSeconds / 60)
  const bufferSeconds = targetMinutes * 60 - budgetSeconds
  const session = { id: 's', name: 's', weekNumber: 1, dayOfWeek: 1, exercises }
  return enumerateAnswer(session, { ...defaultAmendment, ...words, bufferSeconds }, targetMinutes)
}

/** 45 + 3 · 29 + 2 · 120 = 372 s; two sets 223; short rest 75: three sets 282, two sets 178. */
const press = exercise('press')
const pull = exercise('pull', { primaryMuscles: ['lats'] })
/** 120 + ramp 140 + 3 · 29 + 2 · 180 = 707 s; without the first ramp set 637; a set less is 209 less. */
const lift = (id: string) =>
  exercise(id, {
    role: 'core',
    station: 'rack',
    setupSeconds: 120,
    restSeconds: 180,
    warmupSets: [set(25, 45), set(25, 45)],
    primaryMuscles: [id],
  })
const lifts = [lift('quadriceps'), lift('chest')]

t.test('answer 1: it fits to the second', async (t) => {
  const { answer, durationSeconds, minimumSeconds } = answerAt(372, [press])
  t.same([answer, durationSeconds, minimumSeconds], [1, 372, 178])
})

t.test('answer 2: three sets at short rest are worth more than two at full rest', async (t) => {
  const { answer, size, segments } = answerAt(300, [press])
  t.equal(answer, 2)
  t.same(planOf(segments), ['single: press 3@75'])
  t.ok(Math.abs(size - 1.5885) < 1e-4, '(3 · 0.896994 / 0.962106)^0.45')
})

t.test('answer 2: a superset of antagonists within a budget for neither pair of singles', async (t) => {
  // the pause is 120 − 29 − 15 = 76: 90 + 174 + 45 + 152 = 461; at short rest 45: 399
  t.same(planOf(answerAt(461, [press, pull]).segments), ['new_group: press 3@120, pull 3@120'])
  t.same(planOf(answerAt(460, [press, pull]).segments), ['new_group: press 3@75, pull 3@75'])
  const alone = answerAt(460, [press, pull], { allowSupersets: false })
  t.same(planOf(alone.segments), ['single: press 3@75', 'single: pull 2@75'].sort())
})

t.test('answer 2, a tie: the earlier of two equals keeps its sets', async (t) => {
  const twin = { ...press, id: 'twin' }
  t.same(planOf(answerAt(300, [press, twin]).segments), ['single: press 3@75'])
  t.same(planOf(answerAt(300, [twin, press]).segments), ['single: twin 3@75'])
})

t.test('answer 2: warm-ups, then cool-downs, come back into the time left over', async (t) => {
  const easy = (id: string, role: 'warmup' | 'cooldown', seconds: number) =>
    exercise(id, { role, setupSeconds: 15, restSeconds: 0, workingSets: [set(seconds - 15, 0)] })
  const exercises = [
    easy('stretch', 'cooldown', 60),
    easy('row', 'warmup', 200),
    easy('jog', 'warmup', 60),
    press,
    pull,
  ]
  const kept = (budget: number) => planOf(answerAt(budget, exercises, { allowSupersets: false }).segments)
  const both = ['single: press 3@120', 'single: pull 3@120']
  t.same(kept(744 + 59), both)
  t.same(kept(744 + 60), ['single: jog 1@0', ...both])
  t.same(kept(744 + 120), ['single: jog 1@0', ...both, 'single: stretch 1@0'])
  t.same(kept(744 + 200), [...both, 'single: row 1@0'])
})

t.test('bans: what fits once the banned is out stays as programmed, uncapped', async (t) => {
  const words = { banned: ['press'], coreSetCap: 2 }
  const { answer, asProgrammed, durationSeconds } = answerAt(1414, [...lifts, press], words)
  t.same([answer, asProgrammed, durationSeconds], [2, true, 1414])
  t.equal(answerAt(1413, [...lifts, press], words).durationSeconds, 1414 - 2 * 209)
})

t.test('answer 3: ramps are cut one lift at a time, the last lift first', async (t) => {
  const at = (budget: number) => answerAt(budget, [...lifts, press])
  t.equal(at(1414).answer, 2)
  t.same([at(1413).answer, at(1413).durationSeconds], [3, 1344])
  t.same(planOf(at(1413).segments), ['single: chest 3@180 last ramp set', 'single: quadriceps 3@180'])
  t.same([at(1343).answer, at(1343).durationSeconds], [3, 1274])
})

t.test('answer 4: a set goes from the later lift, never below the floor', async (t) => {
  const at = (budget: number) => answerAt(budget, lifts)
  t.same([at(1273).answer, at(1273).durationSeconds], [4, 1065])
  t.same(planOf(at(1273).segments), [
    'single: chest 2@180 last ramp set',
    'single: quadriceps 3@180 last ramp set',
  ])
  t.same([at(856).answer, at(856).durationSeconds], [4, 856])
})

t.test('answer 5: the shortest that the articles allow', async (t) => {
  const { answer, durationSeconds, minimumSeconds } = answerAt(855, lifts)
  t.same([answer, durationSeconds, minimumSeconds], [5, 856, 856])
  const three = answerAt(855, lifts, { pinned: [{ exerciseId: 'chest' }] })
  t.equal(three.minimumSeconds, 856 + 209)
})

t.test('answer 5: the pinned in their quickest form, together', async (t) => {
  const pinned = [{ exerciseId: 'press' }, { exerciseId: 'pull' }]
  const { answer, minimumSeconds, segments } = answerAt(398, [press, pull], { pinned })
  t.same([answer, minimumSeconds], [5, 399])
  t.same(planOf(segments), ['new_group: press 3@75, pull 3@75'])
})

t.test('answer 5: where nothing is core or pinned, the quickest thing of value stays', async (t) => {
  const curl = exercise('curl', { sets: 1 })
  const { answer, durationSeconds, segments } = answerAt(60, [press, curl])
  t.same([answer, durationSeconds], [5, 74])
  t.same(planOf(segments), ['single: curl 1@120'])
})

t.test('programmed groups: trimmed by rounds, or whole around a core lift', async (t) => {
  const pair = [
    exercise('press', { group: 'pair', sets: 4 }),
    exercise('pull', { group: 'pair', sets: 4, primaryMuscles: ['lats'] }),
  ]
  // four rounds: 90 + 8 · 29 + 4 · 15 + 3 · 120 = 742; each round less is 193 less
  t.same(planOf(answerAt(600, pair).segments), ['programmed_group: press 3@120, pull 3@120'])
  t.equal(answerAt(600, pair).minimumSeconds, 742 - 2 * 193)
  const around = [{ ...pair[0]!, role: 'core' as const }, pair[1]!]
  t.same([answerAt(600, around).answer, answerAt(600, around).minimumSeconds], [5, 742])
})
