/** A7, warm-up. */
import type { Dose } from '../../clock/dose.ts'
import type { Article, CompressedSession, ProgrammedSession, Violation } from '../article.ts'
import { dosesOf, sparesRemain } from '../retained.ts'

const isCut = ({ exercise, rampSets }: Dose): boolean => rampSets < exercise.warmupSets.length

const violation = ({ exercise }: Dose, message: string): Violation => ({
  article: 'A7',
  exerciseId: exercise.id,
  message: `${exercise.name} ${message}`,
})

/** Core lifts that stand alone and have a ramp that can be cut, in programmed order. */
const lifts = ({ rules }: ProgrammedSession, { layout }: CompressedSession): Dose[] =>
  dosesOf(layout).filter(
    ({ exercise }) =>
      exercise.role === 'core' && !rules.isProtected(exercise.id) && exercise.warmupSets.length > 1,
  )

/** The first ramp that was cut is given back: it must not fit. Where core sets are gone too, every ramp was needed. */
const cutTooMuch = (programmed: ProgrammedSession, compressed: CompressedSession): Violation[] => {
  const first = lifts(programmed, compressed).find(isCut)
  const coreTrimmed = dosesOf(compressed.layout).some(
    ({ exercise, retained }) =>
      exercise.role === 'core' && retained.length < programmed.rules.of(exercise.id).mostSets,
  )
  if (first === undefined || coreTrimmed || !compressed.meetsTimeConstraint) return []
  const given = first.exercise.warmupSets.reduce((sum, set) => sum + set.workSeconds + set.restSeconds, 0)
  const whole = compressed.durationSeconds + given - first.rampWorkSeconds - first.rampRestSeconds
  return whole <= programmed.budgetSeconds ? [violation(first, 'lost ramp sets that would have fitted')] : []
}

export const warmUp = Object.freeze<Article>({
  id: 'A7',
  title: 'Warm-up',
  statement:
    'A core lift keeps its ramp until every unpinned non-core set is gone; then ramps are cut to their last set, the last lift first, only until it fits.',
  check: (programmed, compressed) => {
    const cut = dosesOf(compressed.layout).filter(isCut)
    const own = cut
      .filter(({ exercise }) => exercise.role !== 'core')
      .map((dose) => violation(dose, 'lost warm-up sets'))
    const bare = cut.filter((dose) => dose.rampSets < 1).map((dose) => violation(dose, 'lost its whole ramp'))
    const early = sparesRemain(programmed.rules, compressed.layout)
      ? cut.map((dose) => violation(dose, 'lost ramp sets while unpinned accessory sets were left'))
      : []
    const ramped = lifts(programmed, compressed)
    const outOfTurn = ramped
      .filter((dose, index) => isCut(dose) && ramped.slice(index + 1).some((later) => !isCut(later)))
      .map((dose) => violation(dose, 'lost ramp sets before a later lift did'))
    return [...own, ...bare, ...early, ...outOfTurn, ...cutTooMuch(programmed, compressed)]
  },
})
