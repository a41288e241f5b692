/** The hero: the programme above, the shortened session below, on one scale of minutes, and where each exercise went. */
import type { SessionAnswer } from '../service/answers.ts'
import { clock, spokenSeconds } from '../words/figures.ts'
import { BarLabels } from './bar-labels.tsx'
import { Flows } from './flows.tsx'
import { Hatch } from './hatch.tsx'
import { placeSegments } from './place-segments.ts'
import { Ribbon } from './ribbon.tsx'
import { TimeAxis } from './time-axis.tsx'
import { useWidth } from './use-width.ts'

interface TimeBarsProps {
  programme: Pick<SessionAnswer, 'segments' | 'originalDurationSeconds'>
  answer: SessionAnswer
  minutes: number
  numbers: ReadonlyMap<string, number>
  isStale: boolean
}

const labelHeight = 22
const beforeHeight = 44
const flowHeight = 58
const afterHeight = 68
const axisHeight = 30

const beforeTop = labelHeight
const afterTop = beforeTop + beforeHeight + flowHeight
const afterLabels = afterTop + afterHeight
const axisTop = afterLabels + labelHeight
const height = axisTop + axisHeight

const summary = ({ programme, answer, minutes }: TimeBarsProps): string => {
  const { originalDurationSeconds, compressedDurationSeconds, segments } = answer
  const kept = segments.flatMap(({ exercises }) => exercises.map(({ name }) => name))
  const count = programme.segments.flatMap(({ exercises }) => exercises).length
  return `Programme ${spokenSeconds(originalDurationSeconds)}, ${count} exercises. In ${minutes} minutes: ${spokenSeconds(compressedDurationSeconds)}, ${kept.length} exercises: ${kept.join(', ')}.`
}

export const TimeBars = (props: TimeBarsProps) => {
  const { programme, answer, minutes, numbers, isStale } = props
  const [frame, width] = useWidth(960)
  const before = placeSegments(programme.segments)
  const after = placeSegments(answer.segments)
  const longestSeconds = Math.max(
    programme.originalDurationSeconds,
    answer.compressedDurationSeconds,
    60 * Math.min(minutes, programme.originalDurationSeconds / 60),
    1,
  )
  const pixelsPerSecond = width / longestSeconds
  return (
    <figure class="time-bars" data-stale={isStale}>
      <figcaption>
        <span>
          Programme <b>{clock(programme.originalDurationSeconds)}</b>
        </span>
        <span>
          With {minutes} minutes <b>{clock(answer.compressedDurationSeconds)}</b>
        </span>
      </figcaption>
      <div ref={frame}>
        <svg class="ribbon" width={width} height={height} role="img" aria-label={summary(props)}>
          <Hatch id="hatch" />
          <BarLabels placed={before} numbers={numbers} pixelsPerSecond={pixelsPerSecond} baseline={15} />
          <Ribbon placed={before} pixelsPerSecond={pixelsPerSecond} top={beforeTop} height={beforeHeight} />
          <Flows
            before={before}
            after={after}
            pixelsPerSecond={pixelsPerSecond}
            top={beforeTop + beforeHeight}
            height={flowHeight}
          />
          <Ribbon placed={after} pixelsPerSecond={pixelsPerSecond} top={afterTop} height={afterHeight} />
          <BarLabels
            placed={after}
            numbers={numbers}
            pixelsPerSecond={pixelsPerSecond}
            baseline={afterLabels + 15}
          />
          <TimeAxis
            longestSeconds={longestSeconds}
            pixelsPerSecond={pixelsPerSecond}
            top={axisTop}
            targetMinutes={minutes}
            targetTop={afterTop - 8}
          />
        </svg>
      </div>
      <ul class="legend">
        <li>
          <i class="swatch core" /> core lift, locked
        </li>
        <li>
          <i class="swatch accessory" /> accessory
        </li>
        <li>
          <i class="swatch around" /> warm-up, conditioning, cool-down
        </li>
        <li>
          <i class="swatch rest" /> rest
        </li>
        <li>
          <i class="swatch setup" /> set-up
        </li>
      </ul>
    </figure>
  )
}
