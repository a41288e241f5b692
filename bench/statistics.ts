/** Order statistics of measured times. */

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** 0.01234 → "0.0123": three digits that matter. */
export const short = (value: number): string => (value === 0 ? '0' : Number(value.toPrecision(3)).toString())
