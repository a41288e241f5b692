/** The computation of a request, as its route does it, for somebody who may see every plan. */
import type { FastifyInstance } from 'fastify'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import type { AuditedAnswer } from '../../domain/compressor/session-planner.ts'
import type { PreparedPlan } from '../../plugins/compressor/compressor-service.ts'
import { answerDigest } from '../../routes/time-crunch/answer-digest.ts'
import { type Computation, computationOf } from '../../routes/time-crunch/computation.ts'
import { selectSessions } from '../../routes/time-crunch/select-sessions.ts'
import { equipmentOf, swapDay } from '../../routes/time-crunch/swap-day.ts'
import type { StoredPlan } from '../../store/plan-row.ts'
import { CommandError } from '../command-error.ts'
import type { LoggedFailure, LoggedViolation } from './logged-failure.ts'

interface Asked {
  planId: string
  sessionId?: string
  sessionIds?: string[]
  week?: number
  targetMinutes?: number
  unavailableEquipment?: string[]
}

export interface Recomputed {
  readonly computation: Computation
  readonly violations: readonly LoggedViolation[]
  /** Of the answer that broke an article. */
  readonly digest?: string
  /** What was thrown, if anything. */
  readonly error?: { readonly type: string; readonly message: string }
}

export const recomputable = ['previewTimeCrunch', 'readTimeCrunchFrontier', 'applyTimeCrunch']

/** The first answer that breaks an article: the service makes no other after it. */
class Broken extends Error {
  readonly audited: AuditedAnswer

  constructor(audited: AuditedAnswer) {
    super('an answer breaks an article')
    this.audited = audited
  }
}

const answerAll = async (app: FastifyInstance, plan: PreparedPlan, asked: Asked): Promise<void> => {
  const { sessionId, sessionIds, week, targetMinutes, unavailableEquipment } = asked
  const named = sessionId === undefined ? sessionIds : [sessionId]
  const selection = selectSessions(plan, {
    ...(named && { sessionIds: named }),
    ...(week !== undefined && { week }),
  })
  const day = unavailableEquipment && (await swapDay(app, plan, selection, equipmentOf(unavailableEquipment)))
  const planners = await app.compressor.planners(day?.plan ?? plan, selection)
  if (targetMinutes === undefined) for (const planner of planners) planner.frontier()
  else {
    await app.compressor.eachAnswer(planners, targetMinutes, (audited) => {
      if (audited.violations.length > 0) throw new Broken(audited)
    })
  }
}

const preparePlan = async (
  app: FastifyInstance,
  stored: StoredPlan,
  { computation }: LoggedFailure,
): Promise<PreparedPlan> => {
  const plan = await app.compressor.prepare(stored, async () => stored)
  return computation?.amendment === undefined
    ? plan
    : app.compressor.amended(plan, withDefaults(computation.amendment))
}

/** The error's type as the log names it. */
const typeOf = (error: Error): string => error.constructor.name

/** Throws CommandError 1 where the plan is gone. */
export const computeAgain = async (app: FastifyInstance, failure: LoggedFailure): Promise<Recomputed> => {
  const asked = failure.asked as unknown as Asked
  const { planId } = asked
  const stored = await app.planStore.findVisiblePlan(planId, { id: 'replay', roles: ['admin'] })
  if (stored === undefined) throw new CommandError(1, `The plan ${planId} is gone: nothing can be replayed`)
  const computation = computationOf(app, stored, {
    isSwapped: asked.unavailableEquipment !== undefined,
    amendment: failure.computation?.amendment,
  })
  try {
    await answerAll(app, await preparePlan(app, stored, failure), asked)
    return { computation, violations: [] }
  } catch (error) {
    if (!(error instanceof Broken)) {
      return {
        computation,
        violations: [],
        error: { type: typeOf(error as Error), message: (error as Error).message },
      }
    }
    const { answer, violations } = error.audited
    return {
      computation,
      violations: violations.map(({ article, exerciseId }) => ({
        sessionId: answer.sessionId,
        article,
        exerciseId,
      })),
      digest: answerDigest(error.audited),
    }
  }
}
