/** How a movement is done, as far as its facts in the library tell. */
import type { Movement } from '../movements/movement.ts'
import type { Manner } from './dosage.ts'

const unilateralTag = 'unilateral'
const timedTag = 'timed'

/** One side after the other. */
export const isUnilateral = ({ tags }: Movement): boolean => tags.includes(unilateralTag)

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

/** Carries and holds are done for a time, not counted. */
export const isTimed = ({ pattern, tags }: Movement): boolean =>
  pattern === 'carry' || tags.includes(timedTag)

export const mannerOf = (movement: Movement): Manner => ({
  isTimed: isTimed(movement),
  isLoadable: isLoadable(movement),
})
