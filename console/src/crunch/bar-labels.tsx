/** Numbers of the exercises along a strip, their names where there is room; a lock on what the coach protects. */
import type { PlacedSegment } from './place-segments.ts'

interface BarLabelsProps {
  placed: readonly PlacedSegment[]
  numbers: ReadonlyMap<string, number>
  pixelsPerSecond: number
  baseline: number
}

/** Of a condensed letter at 12 px, a little generous. */
const letterWidth = 6
const lockWidth = 13
const narrowest = 13

const lock = 'M2.2 5.4V3.9a2.8 2.8 0 0 1 5.6 0v1.5h.7v5.4H1.5V5.4zm1.4 0h2.8V3.9a1.4 1.4 0 0 0-2.8 0z'

const textFor = (one: PlacedSegment, numbers: ReadonlyMap<string, number>, room: number): string => {
  const numbered = one.lanes.map(({ exercise }) => ({
    name: exercise.name,
    number: String(numbers.get(exercise.exerciseId) ?? ''),
  }))
  const short = numbered.map(({ number }) => number).join('+')
  const long = numbered.map(({ number, name }) => `${number} ${name}`).join(' + ')
  if (long.length * letterWidth <= room) return long
  return short.length * letterWidth <= room ? short : ''
}

export const BarLabels = ({ placed, numbers, pixelsPerSecond, baseline }: BarLabelsProps) => (
  <g class="bar-labels">
    {placed.map((one) => {
      const x = one.fromSecond * pixelsPerSecond
      const width = one.totalSeconds * pixelsPerSecond
      if (width < narrowest) return null
      const isCore = one.segment.kind === 'core_lift'
      const locked = isCore && width > lockWidth + narrowest
      const room = width - (locked ? lockWidth : 0) - 2
      return (
        <g key={one.segment.id} transform={`translate(${x} ${baseline})`}>
          {locked && <path class="lock" d={lock} transform="translate(0 -10)" />}
          <text x={locked ? lockWidth : 0}>{textFor(one, numbers, room)}</text>
        </g>
      )
    })}
  </g>
)
