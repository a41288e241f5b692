/** How a movement is done, as far as its facts in the library tell. */
import type { Movement } from '../movements/movement.ts'
import { isTimed } from '../movements/tags.ts'
import type { Manner } from './dosage.ts'

/** Resistance that grows in known steps: what strength is built and measured with. */
const loadable: ReadonlySet<string> = new Set([
  'barbell',
  'cable',
  'dumbbell',
  'ez_curl_bar',
  'kettlebells',
  'machine',
])

export const isLoadable = ({ equipment }: Movement): boolean => loadable.has(equipment)

export const mannerOf = (movement: Movement): Manner => ({
  isTimed: isTimed(movement),
  isLoadable: isLoadable(movement),
})
