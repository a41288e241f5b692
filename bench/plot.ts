/** A small line plot as SVG, one line a series; axes linear or logarithmic, by default of times on the latter. */

export interface Series {
  readonly label: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

type Scale = 'linear' | 'logarithmic'

export interface Plot {
  readonly title: string
  readonly x: { readonly label: string; readonly scale?: Scale; readonly ticks?: readonly number[] }
  /** `lowest` and `highest`: of a linear axis that is to show more than the points. */
  readonly y?: {
    readonly scale?: Scale
    readonly spoken?: (value: number) => string
    readonly lowest?: number
    readonly highest?: number
  }
  /** Above zero on a logarithmic axis. */
  readonly series: readonly Series[]
}

interface Axis {
  /** 0 at its beginning, 1 at its end. */
  place(value: number): number
  readonly ticks: readonly number[]
}

const width = 640
const height = 400
const left = 70
const right = 150
const top = 40
const bottom = 50
const colours = ['#0b6e4f', '#c84630', '#33658a', '#8a6d3b', '#6b4e9b', '#3d3d3d']

const spokenTime = (milliseconds: number): string =>
  milliseconds >= 1000 ? `${milliseconds / 1000} s` : `${milliseconds} ms`

/** Whole decades. */
const logarithmicAxis = (values: readonly number[]): Axis => {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.ceil(Math.log10(Math.max(...values)))
  return {
    place: (value) => (Math.log10(value) - low) / Math.max(1, high - low),
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  }
}

const linearAxis = (lowest: number, highest: number): Axis => {
  const tenth = 10 ** Math.floor(Math.log10(Math.max(highest - lowest, Number.MIN_VALUE)))
  const step =
    [tenth / 5, tenth / 2, tenth, tenth * 2].find((size) => (highest - lowest) / size <= 8) ?? tenth
  const first = Math.ceil(lowest / step)
  return {
    place: (value) => (value - lowest) / (highest - lowest || 1),
    ticks: Array.from(
      { length: Math.floor(highest / step) - first + 1 },
      (_, index) => (first + index) * step,
    ),
  }
}

export const linePlot = ({ title, x, y = {}, series }: Plot): string => {
  const xs = series.flatMap(({ points }) => points.map(([value]) => value))
  const ys = series.flatMap(({ points }) => points.map(([, value]) => value))
  const xAxis = x.scale === 'logarithmic' ? logarithmicAxis(xs) : linearAxis(Math.min(...xs), Math.max(...xs))
  const yAxis =
    y.scale === 'linear'
      ? linearAxis(y.lowest ?? Math.min(...ys), y.highest ?? Math.max(...ys))
      : logarithmicAxis(ys)
  const spoken = y.spoken ?? spokenTime
  const placeX = (value: number): number => left + xAxis.place(value) * (width - left - right)
  const placeY = (value: number): number => height - bottom - yAxis.place(value) * (height - top - bottom)
  const ticks = x.ticks ?? [...new Set(xs)].sort((one, other) => one - other)
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="22" font-size="15">${title}</text>`,
    ...yAxis.ticks.map(
      (value) =>
        `<line x1="${left}" x2="${width - right}" y1="${placeY(value)}" y2="${placeY(value)}" stroke="#ddd"/>` +
        `<text x="${left - 8}" y="${placeY(value) + 4}" text-anchor="end">${spoken(value)}</text>`,
    ),
    ...ticks.map(
      (value) =>
        `<text x="${placeX(value)}" y="${height - bottom + 18}" text-anchor="middle">${value.toLocaleString('en')}</text>`,
    ),
    `<text x="${(left + width - right) / 2}" y="${height - 10}" text-anchor="middle">${x.label}</text>`,
    ...series.map(({ label, points }, index) => {
      const colour = colours[index % colours.length]
      const places = points.map(([px, py]) => [placeX(px).toFixed(1), placeY(py).toFixed(1)] as const)
      const [lastX = '0', lastY = '0'] = places.at(-1) ?? []
      return (
        `<polyline points="${places.map((place) => place.join()).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>` +
        places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`).join('') +
        `<text x="${Number(lastX) + 8}" y="${Number(lastY) + 4}" fill="${colour}">${label}</text>`
      )
    }),
    '</svg>',
  ]
  return `${parts.join('\n')}\n`
}
