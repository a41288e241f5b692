/** Random amendments that contradict neither themselves nor their session. */
import type { Amendment } from '../../../../domain/amendment/amendment.ts'
import type { Priority } from '../../../../domain/plan/document.ts'
import type { Session } from '../../../../domain/plan/session.ts'
import type { SeededRandom } from './seeded-random.ts'

const neverPairOf = (random: SeededRandom, ids: readonly string[]): string[][] => {
  if (!random.chance(0.25)) return []
  return Array.from({ length: random.whole(1, 3) }, () => random.some(ids, random.whole(1, 2)))
}

/** `bufferSeconds` is left at 0: the case sets it together with its target. */
export const randomAmendment = (random: SeededRandom, { exercises }: Session): Amendment => {
  const ids = exercises.map(({ id }) => id)
  const priorities: Record<string, Priority> = {}
  for (const id of ids) if (random.chance(0.1)) priorities[id] = random.pick(['high', 'normal', 'low'])

  const pinned = exercises
    .filter(() => random.chance(0.08))
    .map(({ id, workingSets }) =>
      random.chance(0.3)
        ? { exerciseId: id }
        : { exerciseId: id, minSets: random.whole(1, workingSets.length) },
    )
  const pinnedIds = pinned.map(({ exerciseId }) => exerciseId)
  const banned = exercises
    .filter(({ id, role, pinnedSets }) => role !== 'core' && pinnedSets === null && !pinnedIds.includes(id))
    .filter(() => random.chance(0.06))
    .map(({ id }) => id)

  const coreSetFloor = random.pick([1, 2, 2, 2, 3])
  return {
    coreSetFloor,
    coreSetCap: random.chance(0.25) ? random.whole(coreSetFloor, 4) : null,
    maxStations: random.pick([0, 1, 1, 2, 3]),
    allowSupersets: random.chance(0.9),
    allowBlocks: random.chance(0.85),
    allowSameMusclePairs: random.chance(0.25),
    allowCoreSwaps: false,
    bufferSeconds: 0,
    accessorySetFloor: random.pick([1, 2, 2, 2, 3]),
    priorities,
    pinned,
    banned,
    neverPair: neverPairOf(random, ids),
  }
}
