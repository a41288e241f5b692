/** The plan and its amendment as the service keeps them, made ready for the clock. */
import type { Amendment } from '../../domain/amendment/amendment.ts'
import { prepareSession } from '../../domain/clock/prepare-session.ts'
import type { NormalPlan } from '../../domain/plan/document.ts'
import type { Session } from '../../domain/plan/session.ts'
import { CommandError } from '../command-error.ts'
import { type Ask, problemOf } from './ask.ts'
import { exitCodes } from './options.ts'

export interface VerifiedPlan {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly amendment: Amendment
  /** By week and id. */
  readonly sessions: ReadonlyMap<string, Session>
}

export const sessionKey = ({ weekNumber, id }: { weekNumber: number; id: string }): string =>
  `${weekNumber} ${id}`

const read = async (ask: Ask, path: string): Promise<unknown> => {
  const answered = await ask('GET', path)
  if (answered.status === 200) return answered.body
  throw new CommandError(exitCodes.unreachable, `GET /api/v1/${path} answered ${problemOf(answered)}`)
}

export const readPlan = async (ask: Ask, planId: string): Promise<VerifiedPlan> => {
  const path = `plans/${encodeURIComponent(planId)}`
  const plan = (await read(ask, path)) as NormalPlan & { id: string; version: number }
  const { amendment } = (await read(ask, `${path}/amendment`)) as { amendment: Amendment }
  const sessions = plan.microcycles.flatMap(({ weekNumber, sessions: documents }) =>
    documents.map((document) => prepareSession(document, weekNumber)),
  )
  return {
    id: plan.id,
    name: plan.name,
    version: plan.version,
    amendment,
    sessions: new Map(sessions.map((session) => [sessionKey(session), session])),
  }
}
