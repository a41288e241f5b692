/** A small line plot as SVG: a logarithmic time axis over whole numbers, one line a series. */

export interface Series {
  readonly label: string
  readonly points: readonly (readonly [x: number, milliseconds: number])[]
}

const width = 640
const height = 400
const left = 70
const right = 150
const top = 40
const bottom = 50
const colours = ['#0b6e4f', '#c84630', '#33658a', '#8a6d3b', '#6b4e9b']

const spoken = (milliseconds: number): string =>
  milliseconds >= 1000 ? `${milliseconds / 1000} s` : `${milliseconds} ms`

/** Points must be above zero. */
export const linePlot = (title: string, xLabel: string, series: readonly Series[]): string => {
  const xs = series.flatMap(({ points }) => points.map(([x]) => x))
  const ys = series.flatMap(({ points }) => points.map(([, y]) => y))
  const [lowest, highest] = [Math.min(...xs), Math.max(...xs)]
  const lowDecade = Math.floor(Math.log10(Math.min(...ys)))
  const highDecade = Math.ceil(Math.log10(Math.max(...ys)))
  const placeX = (x: number): number =>
    left + ((x - lowest) / Math.max(1, highest - lowest)) * (width - left - right)
  const placeY = (y: number): number =>
    height -
    bottom -
    ((Math.log10(y) - lowDecade) / Math.max(1, highDecade - lowDecade)) * (height - top - bottom)
  const decades = Array.from({ length: highDecade - lowDecade + 1 }, (_, index) => 10 ** (lowDecade + index))
  const ticks = [...new Set(xs)].sort((a, b) => a - b)
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="22" font-size="15">${title}</text>`,
    ...decades.map(
      (value) =>
        `<line x1="${left}" x2="${width - right}" y1="${placeY(value)}" y2="${placeY(value)}" stroke="#ddd"/>` +
        `<text x="${left - 8}" y="${placeY(value) + 4}" text-anchor="end">${spoken(value)}</text>`,
    ),
    ...ticks.map(
      (x) => `<text x="${placeX(x)}" y="${height - bottom + 18}" text-anchor="middle">${x}</text>`,
    ),
    `<text x="${(left + width - right) / 2}" y="${height - 10}" text-anchor="middle">${xLabel}</text>`,
    ...series.map(({ label, points }, index) => {
      const colour = colours[index % colours.length]
      const path = points.map(([x, y]) => `${placeX(x).toFixed(1)},${placeY(y).toFixed(1)}`).join(' ')
      const [lastX, lastY] = points.at(-1)!
      return (
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>` +
        points
          .map(
            ([x, y]) =>
              `<circle cx="${placeX(x).toFixed(1)}" cy="${placeY(y).toFixed(1)}" r="3" fill="${colour}"/>`,
          )
          .join('') +
        `<text x="${placeX(lastX) + 8}" y="${placeY(lastY) + 4}" fill="${colour}">${label}</text>`
      )
    }),
    '</svg>',
  ]
  return `${parts.join('\n')}\n`
}
