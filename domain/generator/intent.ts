/** What somebody wants to train for, and what they have for it: the generator's only input beside the library. */

export const goals = Object.freeze([
  'strength',
  'hypertrophy',
  'general_fitness',
  'muscular_endurance',
] as const)
export const experiences = Object.freeze(['beginner', 'intermediate', 'advanced'] as const)
export const progressions = Object.freeze(['linear', 'undulating', 'block'] as const)

export type Goal = (typeof goals)[number]
export type Experience = (typeof experiences)[number]
export type Progression = (typeof progressions)[number]

/** As it is sent; the schema has checked its shape and bounds. */
export interface IntentDocument {
  readonly goal: Goal
  readonly experience: Experience
  /** 1..7 */
  readonly daysPerWeek: number
  /** 15..180 */
  readonly minutesPerSession: number
  /** Words of the vocabulary, or aliases; the athlete's own body is always there. */
  readonly equipment: readonly string[]
  /** Muscles, patterns or movements to stay away from. */
  readonly limitations?: readonly string[]
  /** Muscles that get more than the others. */
  readonly priorities?: readonly string[]
  /** 1..60 */
  readonly weeks?: number
  readonly progression?: Progression
  /** Every how many weeks one is a deload; null for never. */
  readonly deloadEvery?: number | null
  /** The same seed, intent and library give the same plan; 7 and "7" are one seed. */
  readonly seed?: string | number
  readonly name?: string
}

/** With every word resolved and every default filled in. */
export interface TrainingIntent {
  readonly goal: Goal
  readonly experience: Experience
  readonly daysPerWeek: number
  readonly minutesPerSession: number
  readonly equipment: ReadonlySet<string>
  readonly avoided: {
    readonly muscles: ReadonlySet<string>
    readonly patterns: ReadonlySet<string>
    readonly slugs: ReadonlySet<string>
  }
  readonly priorities: ReadonlySet<string>
  readonly weeks: number
  readonly progression: Progression
  readonly deloadEvery: number | null
  readonly seed: string | number
  readonly name: string
}

/** "general_fitness" → "general fitness". */
export const spoken = (word: string): string => word.replaceAll('_', ' ')
