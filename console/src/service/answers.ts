/** What the service answers, by the very schemas and types that it answers with. Types only: nothing of it is bundled. */
import type { Static } from '@sinclair/typebox'
import type { Amendment } from '../../../domain/amendment/amendment.ts'
import type { FrontierAnswerStep, SessionAnswer } from '../../../domain/compressor/answer.ts'
import type { NormalPlan } from '../../../domain/plan/document.ts'
import type { auditEntrySchema, draftForReviewSchema, draftSchema } from '../../../routes/curation/schemas.ts'
import type { daySessionSchema } from '../../../routes/plans/day-schemas.ts'
import type { modelSchema } from '../../../routes/time-crunch/schemas.ts'

export type {
  Change,
  Segment,
  SegmentExercise,
  SessionAnswer,
} from '../../../domain/compressor/answer.ts'
export type { NormalExercise, NormalSession, SetDocument } from '../../../domain/plan/document.ts'
export type { Amendment }

interface Stored {
  id: string
  version: number
  ownerId: string
  createdAt: string
  updatedAt: string
}

export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export interface PlanSummary extends Stored {
  name: string
  coachId?: string
}

export type Plan = Stored & NormalPlan

export interface Preview {
  planVersion: number
  compressedDurationSeconds: number
  retained: Pick<SessionAnswer['retained'], 'size' | 'strength'>
  sessions: SessionAnswer[]
}

export interface Frontier {
  planVersion: number
  steps: FrontierAnswerStep[]
}
export type Step = FrontierAnswerStep

export interface VersionedAmendment {
  version: number
  amendment: Amendment
}

export type Model = Static<typeof modelSchema>
export type Day = Static<typeof daySessionSchema>
export type Draft = Static<typeof draftSchema>
export type DraftForReview = Static<typeof draftForReviewSchema>
export type AuditEntry = Static<typeof auditEntrySchema>

export interface Person {
  id: string
  title: string
  roles: string[]
}
