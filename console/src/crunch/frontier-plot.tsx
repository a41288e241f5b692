/** What each minute buys: retained size and strength from 15 minutes to the whole programme, drawn by hand. */
import type { Step } from '../service/answers.ts'
import { percent } from '../words/figures.ts'
import { kneesOf } from './knees.ts'
import { useWidth } from './use-width.ts'

interface FrontierPlotProps {
  steps: readonly Step[]
  minutes: number
  onMinutes: (minutes: number) => void
}

const height = 190
const edge = { top: 14, right: 10, bottom: 24, left: 38 }
const firstMinutes = 15

/** Where the drawing ends: a little after the programme fits, there is nothing more to see. */
const lastMinutes = (steps: readonly Step[]): number =>
  Math.min(180, Math.max(60, (steps.at(-1)?.fromMinutes ?? 60) + 8))

export const FrontierPlot = ({ steps, minutes, onMinutes }: FrontierPlotProps) => {
  const [frame, width] = useWidth(560)
  const last = lastMinutes(steps)
  const x = (at: number): number =>
    edge.left +
    ((Math.min(at, last) - firstMinutes) / (last - firstMinutes)) * (width - edge.left - edge.right)
  const y = (ratio: number): number => edge.top + (1 - Math.min(1, ratio)) * (height - edge.top - edge.bottom)
  const line = (ratioOf: (step: Step) => number): string =>
    `${steps
      .map(
        (step, index) =>
          `${index === 0 ? 'M' : 'H'}${x(step.fromMinutes)}${index === 0 ? ' ' : 'V'}${y(ratioOf(step))}`,
      )
      .join('')}H${x(last)}`
  const size = line(({ retained }) => retained.size)
  const current = steps.findLast(({ fromMinutes }) => fromMinutes <= minutes)
  const knees = kneesOf(steps)
  const every = last - firstMinutes > 90 ? 30 : 15
  const ticks = Array.from({ length: 12 }, (_, index) => firstMinutes + index * every).filter(
    (at) => at <= last,
  )
  return (
    <section class="panel" aria-labelledby="frontier-title">
      <h2 id="frontier-title">What each minute buys</h2>
      <div ref={frame}>
        <svg
          class="frontier"
          width={width}
          height={height}
          role="img"
          aria-label={`Retained stimulus by minutes. At ${minutes} minutes size ${percent(current?.retained.size ?? 0)}, strength ${percent(current?.retained.strength ?? 0)}. The most for its time at ${knees.map(({ fromMinutes }) => fromMinutes).join(', ')} minutes.`}
        >
          {[0, 0.5, 1].map((ratio) => (
            <g key={ratio} class="grid">
              <line x1={edge.left} x2={width - edge.right} y1={y(ratio)} y2={y(ratio)} />
              <text x={edge.left - 6} y={y(ratio) + 4} text-anchor="end">
                {100 * ratio} %
              </text>
            </g>
          ))}
          {ticks.map((at) => (
            <text key={at} class="tick" x={x(at)} y={height - 6} text-anchor="middle">
              {at}
            </text>
          ))}
          <path class="area" d={`${size}V${y(0)}H${x(firstMinutes)}Z`} />
          <path class="strength" d={line(({ retained }) => retained.strength)} />
          <path class="size" d={size} />
          {knees.map(({ fromMinutes, retained }) => (
            <circle key={fromMinutes} class="knee" cx={x(fromMinutes)} cy={y(retained.size)} r="4" />
          ))}
          {current && (
            <g class="current">
              <line x1={x(minutes)} x2={x(minutes)} y1={edge.top} y2={y(0)} />
              <circle cx={x(minutes)} cy={y(current.retained.size)} r="6" />
            </g>
          )}
        </svg>
      </div>
      <p class="plot-key">
        <span>
          <i class="line-key size" /> size
        </span>
        <span>
          <i class="line-key strength" /> strength
        </span>
        <span class="quiet">retained stimulus (model)</span>
      </p>
      {knees.length > 0 && (
        <p class="knees">
          <span>The most for their time:</span>
          {knees.map(({ fromMinutes, retained }) => (
            <button type="button" class="chip" key={fromMinutes} onClick={() => onMinutes(fromMinutes)}>
              {fromMinutes} min · {percent(retained.size)}
            </button>
          ))}
        </p>
      )}
    </section>
  )
}
