/** The number that the balance of a week measures against, with its source. */
import type { Parameter } from '../parameters.ts'

export const minimumWeeklySets: Parameter = Object.freeze({
  value: 4,
  unit: 'fractional sets a muscle and week',
  source:
    'Pelland 2025: about four fractional sets a week are the least that shows growth; Schoenfeld 2017: under five sets a week muscle grows least',
})
