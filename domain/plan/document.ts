/** The plan document as clients send and read it (docs: `docs/plans.md`), and its normal form. */

export type Role = 'core' | 'accessory' | 'warmup' | 'cooldown' | 'conditioning'
export type Priority = 'high' | 'normal' | 'low'
export type Mechanic = 'compound' | 'isolation'

/** 8 | "8-12" | "5+" | "AMRAP" */
export type Reps = number | string
/** Kilograms as a number, or text such as "70%", "20 kg", "45 lb", "bodyweight". */
export type Load = number | string

/** One set. What it leaves out it takes from its exercise. */
export interface SetDocument {
  reps?: Reps
  seconds?: number
  load?: Load
  rpe?: number
  warmup?: boolean
  /** 0…900; the rest after this set. */
  restSeconds?: number
}

export interface ExerciseDocument {
  id?: string
  name: string
  /** Slug of a movement in the library; fills what is left out. */
  movement?: string
  role?: Role
  priority?: Priority
  pinned?: boolean
  /** Implies pinned. */
  minSets?: number
  primaryMuscles?: string[]
  secondaryMuscles?: string[]
  equipment?: string
  mechanic?: Mechanic
  /** A slug, or "none"; overrides the station that the equipment implies. */
  station?: string
  /** Adjacent exercises of a session that share a label are done in rounds. */
  group?: string
  perSide?: boolean
  /** 3 or 4 parts of digits or X: "3-1-1-0". */
  tempo?: string
  sets: number | SetDocument[]
  reps?: Reps
  seconds?: number
  load?: Load
  rpe?: number
  restSeconds?: number
  setupSeconds?: number
  notes?: string
}

export interface SessionDocument {
  id?: string
  name: string
  /** 1 is Monday. */
  dayOfWeek: number
  exercises: ExerciseDocument[]
}

export interface MicrocycleDocument {
  weekNumber: number
  name?: string
  phase?: string
  deload?: boolean
  sessions: SessionDocument[]
}

export interface PlanDocument {
  name: string
  description?: string
  coachId?: string
  amendment?: AmendmentDocument
  microcycles: MicrocycleDocument[]
}

/** What a coach may say about a plan; everything left out has a default (`domain/amendment/amendment.ts`). */
export interface AmendmentDocument {
  coreSetFloor?: number
  coreSetCap?: number | null
  maxStations?: number
  allowSupersets?: boolean
  allowBlocks?: boolean
  allowSameMusclePairs?: boolean
  allowCoreSwaps?: boolean
  bufferSeconds?: number
  accessorySetFloor?: number
  priorities?: Record<string, Priority>
  pinned?: { exerciseId: string; minSets?: number }[]
  banned?: string[]
  /** `[a]`: never in any new group; `[a, b]`: never together. */
  neverPair?: string[][]
}

/**
 * The normal form, which is what is stored and read back: ids made, roles decided, muscles and equipment in the
 * vocabulary, the movement's facts filled in. It is a valid plan document too, so read → edit → write works.
 */
export interface NormalExercise extends ExerciseDocument {
  id: string
  role: Role
  primaryMuscles: string[]
  secondaryMuscles: string[]
}

export interface NormalSession extends SessionDocument {
  id: string
  exercises: NormalExercise[]
}

export interface NormalMicrocycle extends MicrocycleDocument {
  sessions: NormalSession[]
}

/** Never holds the amendment: that is an aggregate of its own with its own version. */
export interface NormalPlan extends Omit<PlanDocument, 'amendment'> {
  microcycles: NormalMicrocycle[]
}
