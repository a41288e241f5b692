/** The selected sessions for a day on which some equipment is not there; nothing of it is kept. */
import type { FastifyInstance } from 'fastify'
import type { Swap } from '../../domain/movements/swap.ts'
import { Swapper } from '../../domain/movements/swapper.ts'
import { movementOf } from '../../domain/movements/wanted.ts'
import { resolveEquipment } from '../../domain/plan/vocabulary.ts'
import type { PreparedPlan, Selection } from '../../plugins/compressor/compressor-service.ts'
import { unknownEquipment } from '../unknown-words.ts'

/** The words' meanings, each once and in one order. Throws 422 naming those that nobody knows. */
export const equipmentOf = (words: readonly string[]): string[] => {
  const unknown = words.flatMap((word, index) =>
    resolveEquipment(word) === undefined ? [{ word, path: `/unavailableEquipment/${index}` }] : [],
  )
  if (unknown.length > 0) throw unknownEquipment(unknown)
  return [...new Set(words.flatMap((word) => resolveEquipment(word) ?? []))].sort()
}

/** What the coach banned may not come back under its library's name. */
const bannedMovements = (
  { amendment, sessions }: PreparedPlan,
  library: FastifyInstance['movementLibrary'],
): Set<string> => {
  const ids = new Set(amendment.banned)
  if (ids.size === 0) return ids
  const exercises = sessions.flatMap(({ document }) => document.exercises)
  const slugs = exercises
    .filter(({ id }) => ids.has(id))
    .flatMap((exercise) => movementOf(exercise, library)?.slug ?? [])
  return new Set([...ids, ...slugs])
}

export interface SwappedDay {
  readonly plan: PreparedPlan
  /** By session id: of every selected session, also where there was nothing to swap. */
  readonly swaps: ReadonlyMap<string, readonly Swap[]>
}

export const swapDay = async (
  app: FastifyInstance,
  plan: PreparedPlan,
  selection: Selection,
  unavailable: readonly string[],
): Promise<SwappedDay> => {
  const swapper = new Swapper({
    library: app.movementLibrary,
    amendment: plan.amendment,
    unavailable: new Set(unavailable),
    banned: bannedMovements(plan, app.movementLibrary),
  })
  const swaps = new Map<string, readonly Swap[]>()
  const changed = await app.compressor.changed(plan, selection, (document, weekNumber) => {
    const swapped = swapper.swap(document, weekNumber)
    swaps.set(document.id, swapped.swaps)
    return swapped.session
  })
  return { plan: changed, swaps }
}
