/** Middle and trend of a few numbers, such that one odd report moves neither. */

/** The middle value; of an even count the mean of the middle two. Undefined of nothing. */
export const median = (values: readonly number[]): number | undefined => {
  const sorted = [...values].sort((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  const [upper, lower] = [sorted[half], sorted[half - 1]]
  if (upper === undefined) return undefined
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2
}

export interface Point {
  readonly at: number
  readonly value: number
}

/**
 * Theil–Sen: the median of the slopes between all pairs of points (Sen 1968), in values a unit of `at`. Up to 29 % of
 * the points may be wrong without moving it far. Undefined where no two points lie apart.
 */
export const theilSen = (points: readonly Point[]): number | undefined =>
  median(
    points.flatMap((one, index) =>
      points
        .slice(index + 1)
        .filter(({ at }) => at !== one.at)
        .map((other) => (other.value - one.value) / (other.at - one.at)),
    ),
  )
