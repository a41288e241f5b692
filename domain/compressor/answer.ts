/** What the compressor answers for one session: the session to do, what changed and why, and the proof. */
import type { SegmentKind } from '../clock/layout.ts'
import type { Timing } from '../clock/timing.ts'
import type { Role, SetDocument } from '../plan/document.ts'
import type { PairClass } from '../stimulus/pairing.ts'

export type ChangeKind = 'kept' | 'trimmed' | 'paired' | 'blocked' | 'rest_shortened' | 'ramp_cut' | 'dropped'
export type Outcome = 'unchanged' | 'compressed' | 'unmet'
export type Strategy =
  | 'unchanged'
  | 'core_only'
  | 'core_plus_accessory'
  | 'core_plus_superset'
  | 'core_plus_block'
  | 'core_plus_block_and_superset'

export interface SegmentExercise {
  exerciseId: string
  name: string
  role: Role
  /** The retained sets in the plan document's form, ramp first with `warmup: true`. */
  sets: SetDocument[]
  /** The rest level in force. */
  restSeconds: number
}

export interface Segment {
  id: string
  /** 1, 2, 3 … in the order of the session. */
  order: number
  kind: SegmentKind
  /** Superset: the class of the pair; block: the class of its worst pair. */
  pairing?: PairClass
  rounds?: number
  /** New groups: the pause after each round but the last. */
  roundRestSeconds?: number
  timing: Timing
  exercises: SegmentExercise[]
}

export interface Change {
  exerciseId: string
  name: string
  kinds: ChangeKind[]
  setsBefore: number
  setsAfter: number
  /** Programmed time minus time now; over a session they add up to its saving. */
  secondsSaved: number
  /** Size value lost by this change alone. */
  valueLost: number
  /** A sentence in plain English. */
  reason: string
  /** The smallest target in 15..180 minutes from which on the exercise is fully restored; null if none. */
  returnsAtMinutes: number | null
}

export interface MuscleSets {
  muscle: string
  /** Plain fractional sets as programmed. */
  before: number
  /** Plain fractional sets in the answer. */
  after: number
}

export interface Retained {
  /** V / V_programmed, 1 where the divisor is 0. */
  size: number
  /** G / G_programmed, 1 where the divisor is 0. */
  strength: number
}

export interface SessionAnswer {
  sessionId: string
  name: string
  weekNumber: number
  dayOfWeek: number
  originalDurationSeconds: number
  compressedDurationSeconds: number
  meetsTimeConstraint: boolean
  outcome: Outcome
  /** The shortest session that the articles allow, or the original where that is shorter. */
  minimumAchievableSeconds: number
  optimality: { proven: boolean; gap: number }
  retained: Retained & { muscles: MuscleSets[] }
  segments: Segment[]
  changes: Change[]
  /** Only where the outcome is unmet: what is missing, and the articles that hold the minimum, the dearest first. */
  shortfall?: {
    missingSeconds: number
    heldBy: { article: string; minimumSeconds: number; reason: string }[]
  }
  /** Every article, and whether its check holds. */
  amendment: { id: string; held: boolean }[]
}

/** One step of the frontier: the answer holds from this target on, up to the next step. */
export interface FrontierAnswerStep {
  fromMinutes: number
  durationSeconds: number
  outcome: Outcome
  optimality: { proven: boolean; gap: number }
  retained: Retained
  /** One line in plain English. */
  changesSummary: string
}
