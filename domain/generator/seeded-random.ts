/** Numbers that look random and are the same for the same seed, on any machine. */

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo): a seed of 32 bits from any text. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, passes gjrand. Each call answers in [0, 1). */
export const seededRandom = (seed: string | number): (() => number) => {
  let state = hash(String(seed))
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
