/** What an athlete says after training, checked against the plan and completed from it. */
import type { Load } from '../plan/document.ts'

/** A set as it was done. */
export interface DoneSet {
  reps?: number
  seconds?: number
  load?: Load
  rpe?: number
}

/** Whose word the target is: the report's, the plan's, or the default of the exercise's role. */
export type TargetSource = 'report' | 'plan' | 'role'

interface Report {
  readonly sessionId: string
  /** Of the session, when it was reported. */
  readonly weekNumber: number
  /** YYYY-MM-DD */
  readonly date: string
  readonly note?: string
}

/** What of an exercise was done that day. */
interface Doing {
  readonly exerciseId: string
  /** The library's movement that took its place that day, because equipment was not there. */
  readonly movement?: string
}

/** How hard an exercise was, in one session on one day. */
export interface RpeReport extends Report, Doing {
  readonly kind: 'rpe'
  /** 1 to 10 in half steps: 10 less the repetitions in reserve (Zourdos 2016). */
  readonly rpe: number
  /** Null where an effort is not aimed at: warm-ups, cool-downs, conditioning. */
  readonly targetRpe: number | null
  readonly targetFrom: TargetSource | null
  /** Working sets that were meant that day: of a shortened session, else the plan's. */
  readonly plannedSets: number
  /** Working sets in the plan, when it was reported. */
  readonly programmedSets: number
  readonly sets?: DoneSet[]
}

export interface DoneExercise extends Doing {
  readonly completedSets: number
  /** Working sets that were meant that day: the report's word (a shortened session, say), else the plan's. */
  readonly plannedSets: number
  /** Working sets in the plan, when it was reported. */
  readonly programmedSets: number
  readonly sets?: DoneSet[]
}

/** What was done of one session on one day. */
export interface PerformanceReport extends Report {
  readonly kind: 'performance'
  readonly exercises: DoneExercise[]
  /** 1 (not at all) to 5 (fully), before the session. */
  readonly readiness?: number
  readonly durationSeconds?: number
}

export type FeedbackReport = RpeReport | PerformanceReport
