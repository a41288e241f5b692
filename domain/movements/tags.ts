/** The tags that mean something to the service; curators may add any others. */
import type { Movement } from './movement.ts'

/** Core in a plan that names the movement and gives it no role. */
export const coreLiftTag = 'core-lift'

/** One side after the other. */
export const isUnilateral = ({ tags }: Pick<Movement, 'tags'>): boolean => tags.includes('unilateral')

/** Holds and carries are done for a time, not counted. */
export const isTimed = ({ pattern, tags }: Pick<Movement, 'pattern' | 'tags'>): boolean =>
  pattern === 'carry' || tags.includes('timed')

/** Conditioning that can be kept easy for minutes on end: what a warm-up is made of. */
export const isSteady = ({ tags }: Pick<Movement, 'tags'>): boolean => tags.includes('steady')
