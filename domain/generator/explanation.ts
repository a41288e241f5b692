/** A choice of the generator, and its reason. */

export const explanationTopics = Object.freeze([
  'split',
  'progression',
  'deload',
  'time',
  'movement',
  'warmup',
  'conditioning',
  'volume',
  'left_out',
] as const)

export interface Explanation {
  readonly topic: (typeof explanationTopics)[number]
  /** A movement's slug or a muscle, where it is about one. */
  readonly subject?: string
  /** The session that it is about, by the name that all weeks give it. */
  readonly session?: string
  readonly text: string
}
