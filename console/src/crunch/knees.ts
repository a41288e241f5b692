/** The minutes after which more time buys visibly less: the corners of the frontier's upper hull. */
import type { Step } from '../service/answers.ts'

interface Point {
  minutes: number
  size: number
}

const slope = (from: Point, to: Point): number => (to.size - from.size) / (to.minutes - from.minutes)

/** Corners at which the gain per minute falls, left to right. */
const upperHull = (points: readonly Point[]): Point[] => {
  const hull: Point[] = []
  for (const point of points) {
    for (;;) {
      const [before, last] = hull.slice(-2)
      if (!before || !last || slope(before, last) > slope(last, point)) break
      hull.pop()
    }
    hull.push(point)
  }
  return hull
}

/** Size a minute; and neighbours that a coach would not tell apart. */
const leastTurn = 0.0005
const leastMinutesApart = 6

export const kneesOf = (steps: readonly Step[], most = 3): Step[] => {
  const met = steps.filter(({ outcome }) => outcome !== 'unmet')
  const hull = upperHull(
    met.map(({ fromMinutes, retained }) => ({ minutes: fromMinutes, size: retained.size })),
  )
  const turns = hull.slice(1, -1).map((point, index) => {
    const [before, after] = [hull[index], hull[index + 2]]
    return { point, turn: before && after ? slope(before, point) - slope(point, after) : 0 }
  })
  const chosen: number[] = []
  for (const { point, turn } of turns.toSorted((one, other) => other.turn - one.turn)) {
    const isFarEnough = chosen.every((minutes) => Math.abs(minutes - point.minutes) >= leastMinutesApart)
    if (turn > leastTurn && isFarEnough && chosen.length < most) chosen.push(point.minutes)
  }
  return met.filter(({ fromMinutes }) => chosen.includes(fromMinutes))
}
