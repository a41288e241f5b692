/** Which alternatives may take a movement's place without anybody looking, for a day or for good. */
import type { Movement } from './movement.ts'
import { isTimed } from './tags.ts'
import type { Wanted } from './wanted.ts'

/** An advanced movement is no stand-in for a beginner's, nor for one that nobody knows. */
const isTooHard = (wanted: Wanted, { level }: Movement): boolean =>
  level === 'advanced' && wanted.level !== 'advanced' && wanted.level !== 'intermediate'

/** What is counted in repetitions is not replaced by what is held for a time. */
export const canStandIn = (wanted: Wanted, movement: Movement): boolean =>
  (wanted.isTimed || !isTimed(movement)) && !isTooHard(wanted, movement)
