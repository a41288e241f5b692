/** A movement on its way into the library: what curators write, what it becomes, and what is still open in it. */
import type { Movement, MovementLevel, MovementPattern } from '../movements/movement.ts'
import type { Mechanic } from '../plan/document.ts'

/** As it is sent: words in any known spelling, and null or nothing for what nobody has decided yet. */
export interface DraftDocument {
  readonly slug?: string
  readonly name: string
  readonly pattern?: MovementPattern | null
  readonly mechanic?: Mechanic | null
  readonly level?: MovementLevel | null
  readonly equipment?: string | null
  readonly primaryMuscles?: readonly string[]
  readonly secondaryMuscles?: readonly string[]
  readonly station?: string | null
  readonly setupSeconds?: number | null
  readonly aliases?: readonly string[]
  readonly tags?: readonly string[]
}

/** In the library's words, every field there; null is what is still open, or what the movement does not have. */
export interface MovementDraft {
  readonly slug: string
  readonly name: string
  readonly pattern: MovementPattern | null
  readonly mechanic: Mechanic | null
  readonly level: MovementLevel | null
  readonly equipment: string | null
  readonly primaryMuscles: readonly string[]
  readonly secondaryMuscles: readonly string[]
  readonly station: string | null
  readonly setupSeconds: number | null
  readonly aliases: readonly string[]
  readonly tags: readonly string[]
}

export type DraftField = keyof MovementDraft

/** The order in which curators read a draft, and every list of its changes. */
export const draftFields: readonly DraftField[] = Object.freeze([
  'slug',
  'name',
  'pattern',
  'mechanic',
  'level',
  'equipment',
  'primaryMuscles',
  'secondaryMuscles',
  'station',
  'setupSeconds',
  'aliases',
  'tags',
])

/** A movement of the library, as the draft that would publish exactly it. */
export const draftOf = (movement: Movement): MovementDraft => ({
  slug: movement.slug,
  name: movement.name,
  pattern: movement.pattern,
  mechanic: movement.mechanic,
  level: movement.level,
  equipment: movement.equipment,
  primaryMuscles: movement.primaryMuscles,
  secondaryMuscles: movement.secondaryMuscles,
  station: movement.station ?? null,
  setupSeconds: movement.setupSeconds ?? null,
  aliases: movement.aliases,
  tags: movement.tags,
})
