/** The last tie-break: which of two equally good sessions is nearer to the programme, exercise by exercise. */
import type { LaidSegment } from '../../clock/layout.ts'

interface Standing {
  readonly sets: number
  readonly alone: boolean
  readonly short: boolean
  readonly partners: readonly number[]
}

const dropped: Standing = { sets: 0, alone: true, short: false, partners: [] }

const standings = (
  segments: readonly LaidSegment[],
  programmedIndexOf: (exerciseId: string) => number,
): Map<number, Standing> => {
  const found = new Map<number, Standing>()
  for (const { kind, doses } of segments) {
    const grouped = kind === 'accessory_superset' || kind === 'accessory_block'
    const indexes = doses.map((dose) => programmedIndexOf(dose.exercise.id))
    for (const [position, dose] of doses.entries()) {
      found.set(indexes[position]!, {
        sets: dose.retained.length,
        alone: !grouped,
        short: dose.level === 'short',
        partners: grouped ? indexes.filter((_, other) => other !== position) : [],
      })
    }
  }
  return found
}

const comparePartners = (one: readonly number[], other: readonly number[]): number => {
  for (const [position, partner] of one.entries()) {
    const difference = partner - (other[position] ?? Number.POSITIVE_INFINITY)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

/**
 * Negative where `one` comes first. In programmed order, for the first exercise that differs: more sets, then
 * alone, then programmed rest, then the earlier partner.
 */
export const compareChoices = (
  one: readonly LaidSegment[],
  other: readonly LaidSegment[],
  programmedIndexOf: (exerciseId: string) => number,
): number => {
  const ones = standings(one, programmedIndexOf)
  const others = standings(other, programmedIndexOf)
  for (const index of [...new Set([...ones.keys(), ...others.keys()])].sort((a, b) => a - b)) {
    const a = ones.get(index) ?? dropped
    const b = others.get(index) ?? dropped
    const difference =
      b.sets - a.sets ||
      Number(b.alone) - Number(a.alone) ||
      Number(a.short) - Number(b.short) ||
      comparePartners(a.partners, b.partners)
    if (difference !== 0) return difference
  }
  return 0
}
