/** The body of a preview, written session by session, so that a plan of hundreds of sessions holds nobody up. */
import type { FastifyReply } from 'fastify'
import type { Outcome, SessionAnswer, Strategy } from '../../domain/compressor/answer.ts'
import {
  type AuditedAnswer,
  ratio,
  type SessionPlanner,
  type Values,
} from '../../domain/compressor/session-planner.ts'
import { strategyOf } from '../../domain/compressor/strategy.ts'
import type { Swap } from '../../domain/movements/swap.ts'
import { tellSwaps } from '../../domain/movements/tell-swaps.ts'
import type { KeptAnswer } from '../../plugins/compressor/answer-cache.ts'
import { sessionAnswerSchema } from './schemas.ts'

/** What the metrics count of a session. */
export interface CountedSession {
  readonly outcome: Outcome
  readonly strategy: Strategy
  readonly ratio: number
}

export interface PreviewText extends KeptAnswer {
  readonly sessions: readonly CountedSession[]
}

export interface PreviewHead {
  readonly planId: string
  readonly planVersion: number
  readonly targetMinutes: number
}

/** Totals that grow with every session. */
class Totals {
  originalDurationSeconds = 0
  compressedDurationSeconds = 0
  meetsTimeConstraint = true
  readonly before = { size: 0, strength: 0 }
  readonly after = { size: 0, strength: 0 }
  readonly outcomes: Outcome[] = []
  readonly kinds = new Set<SessionAnswer['segments'][number]['kind']>()

  add({ answer, values }: AuditedAnswer): void {
    this.originalDurationSeconds += answer.originalDurationSeconds
    this.compressedDurationSeconds += answer.compressedDurationSeconds
    this.meetsTimeConstraint &&= answer.meetsTimeConstraint
    this.outcomes.push(answer.outcome)
    for (const { kind } of answer.segments) this.kinds.add(kind)
    for (const which of ['before', 'after'] as const) {
      this[which].size += values[which].size
      this[which].strength += values[which].strength
    }
  }

  /** ΣV/ΣV programmed and ΣG/ΣG programmed. */
  get retained(): Values {
    return {
      size: ratio(this.after.size, this.before.size),
      strength: ratio(this.after.strength, this.before.strength),
    }
  }
}

const counted = ({ outcome, segments, ...durations }: SessionAnswer): CountedSession => ({
  outcome,
  strategy: strategyOf([outcome], new Set(segments.map(({ kind }) => kind))),
  ratio: ratio(durations.compressedDurationSeconds, durations.originalDurationSeconds),
})

/**
 * `eachAnswer` answers the planners one after the other, with turns for other requests in between. `refuse` is shown
 * every answer and throws where it must not be sent. With `swaps`, by session id, each session tells its own.
 */
export const writePreview = async (
  reply: FastifyReply,
  head: PreviewHead,
  planners: readonly SessionPlanner[],
  eachAnswer: (
    planners: readonly SessionPlanner[],
    targetMinutes: number,
    visit: (audited: AuditedAnswer) => void,
  ) => Promise<void>,
  refuse: (audited: AuditedAnswer) => void,
  swaps?: ReadonlyMap<string, readonly Swap[]>,
): Promise<PreviewText> => {
  const writeSession = reply.compileSerializationSchema(sessionAnswerSchema)
  const totals = new Totals()
  const sessions: CountedSession[] = []
  const texts: string[] = []
  await eachAnswer(planners, head.targetMinutes, (audited) => {
    refuse(audited)
    totals.add(audited)
    sessions.push(counted(audited.answer))
    const { answer } = audited
    const told = swaps ? tellSwaps(answer, swaps.get(answer.sessionId) ?? []) : answer
    texts.push(writeSession({ ...told }))
  })
  const { originalDurationSeconds, compressedDurationSeconds, meetsTimeConstraint, retained } = totals
  const start = JSON.stringify({
    ...head,
    originalDurationSeconds,
    compressedDurationSeconds,
    meetsTimeConstraint,
    strategy: strategyOf(totals.outcomes, totals.kinds),
    retained,
  })
  return { body: Buffer.from(`${start.slice(0, -1)},"sessions":[${texts.join(',')}]}`), sessions }
}
