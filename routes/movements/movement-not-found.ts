/** The answer where the library has no such movement, or has it no longer. */
import { problem } from '../../problems.ts'

export const movementNotFound = () =>
  problem('movement_not_found', 'The library has no movement of this slug; search it by name')
