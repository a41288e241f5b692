/** Lies that an answer could tell, put into a true one: each is found. */
import t from 'tap'
import { demoPlans, demoUser } from '../../../demo-plans/demo-plans.ts'
import { seedDemoPlans } from '../../../demo-plans/seed-demo-plans.ts'
import type { PreviewAnswer } from '../../../scripts/verify/answer-schema.ts'
import { formFaults } from '../../../scripts/verify/answer-schema.ts'
import type { Ask } from '../../../scripts/verify/ask.ts'
import { readPlan } from '../../../scripts/verify/read-plan.ts'
import { answerFaults, runFaults } from '../../../scripts/verify/verify-targets.ts'
import { bearer, testApp } from '../../helper.ts'

const app = await testApp(t)
await seedDemoPlans(app)

const ask: Ask = async (method, path, body) => {
  const { statusCode, json } = await app.inject({
    method,
    url: `/api/v1/${path}`,
    headers: bearer(demoUser),
    ...(body && { payload: body }),
  })
  return { status: statusCode, body: json(), tookMs: 0 }
}

const target = 45
const plan = await readPlan(ask, demoPlans[0].id)
const { body } = await ask('POST', 'time-crunch/preview', { planId: plan.id, targetMinutes: target })
const truth = body as PreviewAnswer

t.test('the truth has no fault', async (t) => {
  t.strictSame(formFaults(truth), [])
  t.strictSame(answerFaults(plan, target, truth), [])
})

type Session = PreviewAnswer['sessions'][number]
const first = (answer: PreviewAnswer): Session => answer.sessions[0]!
const segmentOf = (answer: PreviewAnswer, kind: string) =>
  first(answer).segments.find((segment) => segment.kind === kind)!

const lies: [string, (answer: PreviewAnswer) => void, RegExp][] = [
  [
    'a core lift is gone',
    (answer) => {
      first(answer).segments = first(answer).segments.filter(({ kind }) => kind !== 'core_lift')
    },
    /A1: .* is a core lift and was dropped/,
  ],
  [
    'the rest of a core lift is shortened',
    (answer) => {
      segmentOf(answer, 'core_lift').exercises[0]!.restSeconds -= 30
    },
    /A5: .*rest was shortened/,
  ],
  [
    'the time is prettier than the clock',
    (answer) => {
      first(answer).compressedDurationSeconds -= 60
      answer.compressedDurationSeconds -= 60
    },
    /A11: the session takes \d+ s, but \d+ s are reported/,
  ],
  [
    'the sum is none',
    (answer) => {
      answer.compressedDurationSeconds += 1
    },
    /^its durations are not the sums/,
  ],
  [
    'a segment takes less than it does',
    (answer) => {
      first(answer).segments[0]!.timing.totalSeconds -= 1
    },
    /takes another time than it says/,
  ],
  [
    'the programme was longer',
    (answer) => {
      first(answer).originalDurationSeconds += 60
      answer.originalDurationSeconds += 60
    },
    /the programme takes/,
  ],
  [
    'other repetitions',
    (answer) => {
      segmentOf(answer, 'core_lift').exercises[0]!.sets.at(-1)!.reps = 99
    },
    /other sets than the programme/,
  ],
  [
    'more sets than there were',
    (answer) => {
      const { sets } = segmentOf(answer, 'core_lift').exercises[0]!
      for (let count = 0; count < 9; count += 1) sets.push(sets.at(-1)!)
    },
    /working and \d+ warm-up sets/,
  ],
  [
    'an exercise of somebody else',
    (answer) => {
      first(answer).segments[0]!.exercises[0]!.exerciseId = 'burpees'
    },
    /burpees is not in the programme/,
  ],
  [
    'an exercise twice',
    (answer) => {
      first(answer).segments.push(first(answer).segments[0]!)
    },
    /stands there twice/,
  ],
  [
    'an article that it says is broken',
    (answer) => {
      first(answer).amendment[2]!.held = false
    },
    /says itself that A3 does not hold/,
  ],
  [
    'a session is missing',
    (answer) => {
      answer.sessions.pop()
    },
    /it has \d+ sessions, the plan \d+/,
  ],
  [
    'a session of another plan',
    (answer) => {
      first(answer).sessionId = 'elsewhere'
    },
    /no such session/,
  ],
  [
    'another target',
    (answer) => {
      answer.targetMinutes = 60
    },
    /it is for 60 minutes/,
  ],
  [
    'another version',
    (answer) => {
      answer.planVersion += 1
    },
    /the plan changed meanwhile/,
  ],
]
for (const [what, lie, fault] of lies) {
  t.test(`found: ${what}`, async (t) => {
    const answer = structuredClone(truth)
    lie(answer)
    t.match(answerFaults(plan, target, answer).join('\n'), new RegExp(fault, 'm'))
  })
}

t.test('found: another form', async (t) => {
  const forms: [object, RegExp][] = [
    [{ strategy: 'magic' }, /strategy/],
    [{ retained: { size: '1', strength: 1 } }, /retained\/size/],
    [{ targetMinutes: 45.5 }, /targetMinutes/],
    [{ surprise: true }, /surprise/],
  ]
  for (const [change, fault] of forms) t.match(formFaults({ ...truth, ...change }).join('\n'), fault)
  t.match(formFaults({}).length, 5)
  t.match(formFaults(null), [/the answer/])
})

t.test('one duration for every target is a fault of the run', async (t) => {
  const { sessions: _, ...head } = truth
  const result = (targetMinutes: number, compressedDurationSeconds: number) => ({
    targetMinutes,
    status: 200,
    tookMs: 1,
    faults: [],
    answer: { ...head, sessions: 3, compressedDurationSeconds },
  })
  t.match(runFaults([result(15, 900), result(30, 900)]), [/all 2 targets have the same duration of 900 s/])
  t.strictSame(runFaults([result(15, 900), result(30, 1_700)]), [])
})
