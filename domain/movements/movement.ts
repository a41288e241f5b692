/** What the movement library knows about a movement, and what a plan may take from it. */
import type { Mechanic } from '../plan/document.ts'

export interface MovementFacts {
  readonly slug: string
  readonly name: string
  /** Canonical muscle names; never empty. */
  readonly primaryMuscles: readonly string[]
  readonly secondaryMuscles: readonly string[]
  /** A canonical equipment word; absent where the library does not say. */
  readonly equipment?: string
  readonly mechanic?: Mechanic
  /** Where the lifter stands, when the equipment does not tell it. */
  readonly station?: string
  readonly setupSeconds?: number
  /** Tagged `core-lift`: core in a plan that gives it no role. */
  readonly coreLift: boolean
}

/** Looks a movement up by its slug; undefined when the library has no such movement. */
export type FindMovement = (slug: string) => MovementFacts | undefined

/** How the body moves: what an alternative must share. */
export const movementPatterns = Object.freeze([
  'squat',
  'hinge',
  'lunge',
  'horizontal_push',
  'vertical_push',
  'horizontal_pull',
  'vertical_pull',
  'carry',
  'trunk',
  'isolation',
  'jump',
  'olympic',
  'conditioning',
  'mobility',
] as const)

export type MovementPattern = (typeof movementPatterns)[number]
export type MovementLevel = 'beginner' | 'intermediate' | 'advanced'

/** A movement of the library, whole. */
export interface Movement extends MovementFacts {
  readonly pattern: MovementPattern
  readonly level: MovementLevel
  /** Other names it goes by; matched without regard to case and punctuation. */
  readonly aliases: readonly string[]
  readonly tags: readonly string[]
  readonly equipment: string
  readonly mechanic: Mechanic
}
