/** A session's time in one small strip, for the cards of a week; the longest of them fills its card. */
import type { Segment } from '../service/answers.ts'
import { placeSegments } from './place-segments.ts'
import { Ribbon } from './ribbon.tsx'

const width = 600
const height = 14

export const SessionRibbon = ({
  segments,
  longestSeconds,
}: {
  segments: readonly Segment[]
  longestSeconds: number
}) => (
  <svg
    class="ribbon small-ribbon"
    viewBox={`0 0 ${width} ${height}`}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    {longestSeconds > 0 && (
      <Ribbon
        placed={placeSegments(segments)}
        pixelsPerSecond={width / longestSeconds}
        top={0}
        height={height}
      />
    )}
  </svg>
)
