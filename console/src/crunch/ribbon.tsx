/** Segments as a strip of time: set-up hatched, work solid, rest a tint of it; those of a pair one above the other. */
import type { PlacedSegment } from './place-segments.ts'

interface RibbonProps {
  placed: readonly PlacedSegment[]
  pixelsPerSecond: number
  top: number
  height: number
}

const gap = 1.5

const colourOf = (role: string): string =>
  role === 'core' ? 'core' : role === 'accessory' ? 'accessory' : 'around'

const Segment = ({ one, ...strip }: { one: PlacedSegment } & Omit<RibbonProps, 'placed'>) => {
  const { pixelsPerSecond, top, height } = strip
  const { fromSecond, setupSeconds, totalSeconds, lanes } = one
  const at = (second: number): number => second * pixelsPerSecond
  const laneHeight = (height - gap * (lanes.length - 1)) / lanes.length
  const restFrom = at(fromSecond + setupSeconds)
  const until = Math.max(restFrom, at(fromSecond + totalSeconds) - gap)
  return (
    <g>
      <rect class="setup" x={at(fromSecond)} y={top} width={at(setupSeconds)} height={height} />
      {lanes.map(({ exercise, strokes }, lane) => {
        const y = top + lane * (laneHeight + gap)
        return (
          <g key={exercise.exerciseId} class={colourOf(exercise.role)}>
            <rect class="rest" x={restFrom} y={y} width={until - restFrom} height={laneHeight} />
            {strokes.map(({ fromSecond: from, seconds }) => (
              <rect
                key={from}
                class="work"
                x={at(from)}
                y={y}
                width={Math.max(0.75, Math.min(at(seconds), until - at(from)))}
                height={laneHeight}
              />
            ))}
          </g>
        )
      })}
    </g>
  )
}

export const Ribbon = ({ placed, ...strip }: RibbonProps) => (
  <g>
    {placed.map((one) => (
      <Segment key={one.segment.id} one={one} {...strip} />
    ))}
  </g>
)
