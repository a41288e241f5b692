/** From where an exercise stood to where it stands now; what was dropped runs out half-way. */
import type { PlacedSegment } from './place-segments.ts'

interface FlowsProps {
  before: readonly PlacedSegment[]
  after: readonly PlacedSegment[]
  pixelsPerSecond: number
  top: number
  height: number
}

const exercisesOf = (placed: readonly PlacedSegment[]) =>
  placed.flatMap(({ lanes, fromSecond, totalSeconds }) =>
    lanes.map(({ exercise }) => ({ exercise, fromSecond, untilSecond: fromSecond + totalSeconds })),
  )

export const Flows = ({ before, after, pixelsPerSecond, top, height }: FlowsProps) => {
  const now = new Map(exercisesOf(after).map((one) => [one.exercise.exerciseId, one]))
  const bottom = top + height
  const middle = top + height / 2
  const at = (second: number): number => Math.round(10 * second * pixelsPerSecond) / 10
  return (
    <g class="flows">
      {exercisesOf(before).map(({ exercise, fromSecond, untilSecond }) => {
        const to = now.get(exercise.exerciseId)
        const [left, right] = [at(fromSecond), at(untilSecond) - 1.5]
        const path = to
          ? `M${left} ${top}H${right}C${right} ${middle} ${at(to.untilSecond) - 1.5} ${middle} ${at(to.untilSecond) - 1.5} ${bottom}H${at(to.fromSecond)}C${at(to.fromSecond)} ${middle} ${left} ${middle} ${left} ${top}Z`
          : `M${left} ${top}H${right}L${(left + right) / 2} ${top + height * 0.42}Z`
        return <path key={exercise.exerciseId} class={to ? `flow ${exercise.role}` : 'flow gone'} d={path} />
      })}
    </g>
  )
}
