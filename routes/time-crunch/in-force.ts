/**
 * Which applications count: those of callers for whom the feature is on, while the plan still says what it said; and of
 * days that are over, because what was done was done, whatever the plan says since.
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Amendment } from '../../domain/amendment/amendment.ts'
import { isOver } from '../../domain/applications/application-day.ts'
import { programmeText } from '../../domain/applications/programme.ts'
import type { NormalSession } from '../../domain/plan/document.ts'
import type { ApplicationHead } from '../../store/application-row.ts'
import type { Caller } from '../../store/caller.ts'
import { today } from '../training-day.ts'
import { timeCrunchFlag } from './flag-gate.ts'

/** Of what an application rests on. */
export const programmeDigest = (
  session: NormalSession,
  amendment: Amendment,
  unavailableEquipment: readonly string[],
): string =>
  createHash('sha256')
    .update(programmeText(session, amendment, unavailableEquipment.length > 0))
    .digest('base64url')

/** With the flag off applications are kept but hidden, so that a rollback traps nobody in a shortened session. */
export const seesApplications = (app: FastifyInstance, caller: Caller): Promise<boolean> =>
  app.flags.isEnabled(timeCrunchFlag, caller.id)

/** Whether the session and what the amendment says about it are still those that were compressed, or the day is over. */
export const isInForce = (
  application: Pick<ApplicationHead, 'date' | 'programmeDigest' | 'unavailableEquipment'>,
  session: NormalSession,
  amendment: Amendment,
): boolean =>
  isOver(application.date, today()) ||
  application.programmeDigest === programmeDigest(session, amendment, application.unavailableEquipment)
