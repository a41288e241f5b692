/** Minutes under the strips, and the line behind which there is no time. */
interface TimeAxisProps {
  longestSeconds: number
  pixelsPerSecond: number
  top: number
  targetMinutes: number
  targetTop: number
}

const leastPixels = 44
const widths = [5, 10, 15, 20, 30, 60, 120]

export const TimeAxis = ({
  longestSeconds,
  pixelsPerSecond,
  top,
  targetMinutes,
  targetTop,
}: TimeAxisProps) => {
  const every = widths.find((minutes) => minutes * 60 * pixelsPerSecond >= leastPixels) ?? 120
  const count = Math.floor(longestSeconds / 60 / every)
  const target = targetMinutes * 60 * pixelsPerSecond
  const right = longestSeconds * pixelsPerSecond
  const isInside = target <= right + 0.5
  return (
    <g class="axis">
      <line x1={0} x2={right} y1={top} y2={top} />
      {Array.from({ length: count + 1 }, (_, index) => {
        const minutes = index * every
        const x = minutes * 60 * pixelsPerSecond
        const isAtTheEnd = x > right - 14
        return (
          <g key={minutes}>
            <line x1={x} x2={x} y1={top} y2={top + 5} />
            <text x={x} y={top + 19} text-anchor={index === 0 ? 'start' : isAtTheEnd ? 'end' : 'middle'}>
              {minutes}
            </text>
          </g>
        )
      })}
      {isInside && (
        <g class="target">
          <line x1={target} x2={target} y1={targetTop} y2={top + 5} />
        </g>
      )}
    </g>
  )
}
