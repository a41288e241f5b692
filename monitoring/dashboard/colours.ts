/** Green, yellow, red: by the lines of the gates, in either direction. */
import { MappingType, type Threshold, type ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard'

/** Bad from below: green until `hold`, red from `rollBack`. */
export const lowIsGood = (hold: number, rollBack: number): Threshold[] => [
  { value: null, color: 'green' },
  { value: hold, color: 'yellow' },
  { value: rollBack, color: 'red' },
]

/** Bad from above: red under `rollBack`, green from `promote`. */
export const highIsGood = (rollBack: number, promote: number): Threshold[] => [
  { value: null, color: 'red' },
  { value: rollBack, color: 'yellow' },
  { value: promote, color: 'green' },
]

/** For a value that is 1 or 0. */
export const words = (
  one: { text: string; color: string },
  zero: { text: string; color: string },
): ValueMapping[] => [
  { type: MappingType.ValueToText, options: { 1: { ...one, index: 0 }, 0: { ...zero, index: 1 } } },
]
