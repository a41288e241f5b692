/** The nine targets, one after the other, and everything that is wrong with the answers. */

import { formFaults, type PreviewAnswer } from './answer-schema.ts'
import { type Ask, problemOf } from './ask.ts'
import { checkSession } from './check-session.ts'
import { sessionKey, type VerifiedPlan } from './read-plan.ts'

export const targets: readonly number[] = Object.freeze([15, 20, 30, 45, 60, 75, 90, 120, 180])

export interface TargetResult {
  readonly targetMinutes: number
  readonly status: number
  readonly tookMs: number
  /** Only where the answer has the form of one. */
  readonly answer?: Omit<PreviewAnswer, 'sessions'> & { readonly sessions: number }
  readonly faults: readonly string[]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const headFaults = (plan: VerifiedPlan, targetMinutes: number, answer: PreviewAnswer): string[] => {
  const { sessions } = answer
  const answered = new Set(
    sessions.map(({ sessionId, weekNumber }) => sessionKey({ id: sessionId, weekNumber })),
  )
  const found: [boolean, string][] = [
    [answer.planId !== plan.id, `it is about the plan ${answer.planId}`],
    [answer.planVersion !== plan.version, `the plan changed meanwhile, to version ${answer.planVersion}`],
    [answer.targetMinutes !== targetMinutes, `it is for ${answer.targetMinutes} minutes`],
    [
      answered.size !== sessions.length || answered.size !== plan.sessions.size,
      `it has ${sessions.length} sessions, the plan ${plan.sessions.size}`,
    ],
    [
      answer.compressedDurationSeconds !==
        sum(sessions.map((session) => session.compressedDurationSeconds)) ||
        answer.originalDurationSeconds !== sum(sessions.map((session) => session.originalDurationSeconds)),
      'its durations are not the sums over its sessions',
    ],
    [
      answer.meetsTimeConstraint !== sessions.every((session) => session.meetsTimeConstraint),
      'it says something else of the time than its sessions',
    ],
  ]
  return found.filter(([isSo]) => isSo).map(([, fault]) => fault)
}

export const answerFaults = (plan: VerifiedPlan, targetMinutes: number, answer: PreviewAnswer): string[] => [
  ...headFaults(plan, targetMinutes, answer),
  ...answer.sessions.flatMap((answered) => {
    const session = plan.sessions.get(sessionKey({ id: answered.sessionId, weekNumber: answered.weekNumber }))
    const faults = session
      ? checkSession(session, plan.amendment, targetMinutes, answered)
      : ['there is no such session in the plan']
    return faults.map((fault) => `week ${answered.weekNumber}, ${answered.name}: ${fault}`)
  }),
]

const verifyTarget = async (ask: Ask, plan: VerifiedPlan, targetMinutes: number): Promise<TargetResult> => {
  const answered = await ask('POST', 'time-crunch/preview', { planId: plan.id, targetMinutes })
  const { status, tookMs, body } = answered
  const base = { targetMinutes, status, tookMs }
  if (status !== 200) return { ...base, faults: [`the service answered ${problemOf(answered)}`] }
  const form = formFaults(body)
  if (form.length > 0) return { ...base, faults: form }
  const answer = body as PreviewAnswer
  return {
    ...base,
    answer: { ...answer, sessions: answer.sessions.length },
    faults: answerFaults(plan, targetMinutes, answer),
  }
}

/** A service that does not look at the target says the same to all of them. */
export const runFaults = (results: readonly TargetResult[]): string[] => {
  const durations = results.flatMap(({ answer }) => (answer ? [answer.compressedDurationSeconds] : []))
  return durations.length > 1 && new Set(durations).size === 1
    ? [
        `all ${durations.length} targets have the same duration of ${durations[0]} s: choose a plan that does not fit into ${targets[0]} minutes`,
      ]
    : []
}

export const verifyTargets = async (
  ask: Ask,
  plan: VerifiedPlan,
  show: (done: number, total: number) => void,
): Promise<TargetResult[]> => {
  const results: TargetResult[] = []
  show(0, targets.length)
  for (const targetMinutes of targets) {
    results.push(await verifyTarget(ask, plan, targetMinutes))
    show(results.length, targets.length)
  }
  return results
}
