/** An example on a page against the whole answer: pages shorten, but they must not say something else. */

/** Where the shortened value says something else than the whole; of lists, entries may be left out, in order. */
export const differences = (short: unknown, whole: unknown, path = ''): string[] => {
  if (Array.isArray(short) && Array.isArray(whole)) {
    let from = 0
    return short.flatMap((entry, index) => {
      const found = whole.findIndex((other, at) => at >= from && differences(entry, other).length === 0)
      from = found + 1
      return found < 0 ? [`${path}/${index}`] : []
    })
  }
  if (short !== null && whole !== null && typeof short === 'object' && typeof whole === 'object') {
    return Object.entries(short).flatMap(([key, value]) =>
      differences(value, (whole as Record<string, unknown>)[key], `${path}/${key}`),
    )
  }
  return Object.is(short, whole) ? [] : [path]
}

/** The JSON blocks of a page, in order. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the page shows
export const examplesIn = (page: string): any[] =>
  [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, block = '']) => JSON.parse(block))
