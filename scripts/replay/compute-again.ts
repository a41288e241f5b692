/** The computation of a request, as its route does it, for somebody who may see every plan. */
import type { FastifyInstance } from 'fastify'
import type { AuditedAnswer } from '../../domain/compressor/session-planner.ts'
import { selectSessions } from '../../routes/time-crunch/select-sessions.ts'
import { equipmentOf, swapDay } from '../../routes/time-crunch/swap-day.ts'
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
  readonly planVersion: number
  readonly violations: readonly LoggedViolation[]
  /** What was thrown, if anything. */
  readonly error?: { readonly type: string; readonly message: string }
}

export const recomputable = ['previewTimeCrunch', 'readTimeCrunchFrontier', 'applyTimeCrunch']

const violationsOf = ({ answer, violations }: AuditedAnswer): LoggedViolation[] =>
  violations.map(({ article, exerciseId }) => ({ sessionId: answer.sessionId, article, exerciseId }))

/** Throws CommandError 1 where the plan is gone. */
export const computeAgain = async (app: FastifyInstance, failure: LoggedFailure): Promise<Recomputed> => {
  const { planId, sessionId, targetMinutes, unavailableEquipment, ...asked } =
    failure.asked as unknown as Asked
  const stored = await app.planStore.findVisiblePlan(planId, { id: 'replay', roles: ['admin'] })
  if (stored === undefined) throw new CommandError(1, `The plan ${planId} is gone: nothing can be replayed`)
  const violations: LoggedViolation[] = []
  try {
    const plan = await app.compressor.prepare(stored, async () => stored)
    const selection = selectSessions(plan, sessionId === undefined ? asked : { sessionIds: [sessionId] })
    const day =
      unavailableEquipment && (await swapDay(app, plan, selection, equipmentOf(unavailableEquipment)))
    const planners = await app.compressor.planners(day?.plan ?? plan, selection)
    if (targetMinutes === undefined) for (const planner of planners) planner.frontier()
    else {
      await app.compressor.eachAnswer(planners, targetMinutes, (audited) => {
        violations.push(...violationsOf(audited))
      })
    }
    return { planVersion: stored.version, violations }
  } catch (error) {
    const { name, message } = error as Error
    return { planVersion: stored.version, violations, error: { type: name, message } }
  }
}
