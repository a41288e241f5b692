/** What a draft needs before anybody can review it, and the movement that it then is. */
import type { Movement } from '../movements/movement.ts'
import { coreLiftTag } from '../movements/tags.ts'
import type { Fault } from '../plan/faults.ts'
import type { MovementDraft } from './movement-draft.ts'

const neededFields = ['pattern', 'mechanic', 'level', 'equipment'] as const

/** One fault for every field that is still open; empty when the draft says all that a movement needs. */
export const openFields = (draft: MovementDraft): Fault[] => {
  const open: string[] = neededFields.filter((field) => draft[field] === null)
  if (draft.primaryMuscles.length === 0) open.push('primaryMuscles')
  return open.map((field) => ({
    path: `/${field}`,
    kind: 'invalid',
    message: `${field} is still open; a movement of the library says it`,
  }))
}

/** The movement that a draft publishes; undefined while something is open. */
export const movementOf = (draft: MovementDraft): Movement | undefined => {
  const { pattern, mechanic, level, equipment, station, setupSeconds } = draft
  if (pattern === null || mechanic === null || level === null || equipment === null) return undefined
  if (draft.primaryMuscles.length === 0) return undefined
  return {
    slug: draft.slug,
    name: draft.name,
    pattern,
    mechanic,
    level,
    equipment,
    primaryMuscles: draft.primaryMuscles,
    secondaryMuscles: draft.secondaryMuscles,
    ...(station !== null && { station }),
    ...(setupSeconds !== null && { setupSeconds }),
    aliases: draft.aliases,
    tags: draft.tags,
    coreLift: draft.tags.includes(coreLiftTag),
  }
}
