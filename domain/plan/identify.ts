/** Ids: made from names where a document leaves them out, unique in their scope, the same for the same document. */

export const idPattern = /^[a-z0-9][a-z0-9_-]{0,63}$/
const longestId = 64

/** "Bench Press (paused)" → "bench-press-paused"; a name without a Latin letter or digit gives the fallback. */
export const slug = (name: string, fallback: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replace(/^-+|-+$/g, '') || fallback

const numbered = (base: string, count: number): string => {
  const suffix = `-${count}`
  return `${base.slice(0, longestId - suffix.length).replace(/-+$/, '')}${suffix}`
}

/**
 * One id an item, in order: its own, or one made from its name ("squat", then "squat-2").
 * Ids that are written out are taken first, so a made id never collides with one that comes later.
 */
export const identify = (
  items: readonly { readonly id?: string; readonly name: string }[],
  fallback: string,
): string[] => {
  const taken = new Set(items.flatMap(({ id }) => (id === undefined ? [] : [id])))
  // Where the numbers of a name have got to: a plan may hold "Day" eight hundred times.
  const counts = new Map<string, number>()
  return items.map(({ id, name }) => {
    if (id !== undefined) return id
    const base = slug(name, fallback)
    let count = counts.get(base) ?? 1
    let made = count === 1 ? base : numbered(base, count)
    while (taken.has(made)) {
      count += 1
      made = numbered(base, count)
    }
    counts.set(base, count)
    taken.add(made)
    return made
  })
}

/** The places in a list of ids whose id stood there before. */
export const repeatedAt = (ids: readonly string[]): number[] => {
  const seen = new Set<string>()
  return ids.flatMap((id, index) => {
    if (seen.has(id)) return [index]
    seen.add(id)
    return []
  })
}
