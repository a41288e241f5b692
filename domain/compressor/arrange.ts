/** Puts segments in the order that article A2 asks: warm-ups, core lifts, the rest, cool-downs; each as programmed. */
import { sectionOf } from '../amendment/articles/order.ts'
import type { LaidSegment, Layout } from '../clock/layout.ts'
import type { Session } from '../plan/session.ts'

export const arrange = (session: Session, segments: readonly LaidSegment[]): Layout => {
  const programmed = new Map(session.exercises.map((exercise, index) => [exercise.id, index]))
  const placeOf = (segment: LaidSegment): number => programmed.get(segment.doses[0]!.exercise.id)!
  return [...segments].sort((a, b) => sectionOf(a) - sectionOf(b) || placeOf(a) - placeOf(b))
}
