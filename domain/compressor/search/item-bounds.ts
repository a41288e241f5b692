/**
 * A bound for each item such that every group of items weighs no more than its items' bounds together: start from equal
 * shares, then lower one item at a time as far as its groups allow (the dual of the partition's linear relaxation).
 */

const passes = 12

/** What tightening costs, in steps a group. */
export const tighteningSteps = passes

export const sumOfBounds = (bounds: Float64Array, items: number): number => {
  let sum = 0
  for (let left = items; left !== 0; left &= left - 1) sum += bounds[31 - Math.clz32(left & -left)]!
  return sum
}

/** Writes into `bounds`, from item `first` on; `masks` and `weights` are those of the groups. */
export const tightenItemBounds = (
  bounds: Float64Array,
  first: number,
  masks: readonly number[],
  weights: Float64Array,
): void => {
  const itemCount = bounds.length
  const byItem: number[][] = Array.from({ length: itemCount }, () => [])
  for (const [group, mask] of masks.entries()) {
    for (let item = first; item < itemCount; item += 1) if (mask & (1 << item)) byItem[item]!.push(group)
  }
  for (let item = first; item < itemCount; item += 1) {
    let share = Number.NEGATIVE_INFINITY
    for (const group of byItem[item]!) share = Math.max(share, weights[group]! / bitCount(masks[group]!))
    bounds[item] = share
  }
  for (let pass = 0; pass < passes; pass += 1) {
    let moved = 0
    for (let turn = first; turn < itemCount; turn += 1) {
      const item = pass % 2 === 0 ? turn : itemCount - 1 - (turn - first)
      let need = Number.NEGATIVE_INFINITY
      for (const group of byItem[item]!) {
        need = Math.max(need, weights[group]! - sumOfBounds(bounds, masks[group]! & ~(1 << item)))
      }
      moved += bounds[item]! - need
      bounds[item] = need
    }
    if (moved < 1e-9) break
  }
}

const bitCount = (bits: number): number => {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
