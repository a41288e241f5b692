/** A8, coach's word. */
import type { LaidSegment } from '../../clock/layout.ts'
import type { SessionExercise } from '../../plan/session.ts'
import type { Article, CompressedSession, ProgrammedSession, Violation } from '../article.ts'
import { dosesOf, isInvented, isNewGroup } from '../retained.ts'
import { fewestRounds, neverTogether } from '../session-rules.ts'

const violation = (exercise: SessionExercise, message: string): Violation => ({
  article: 'A8',
  exerciseId: exercise.id,
  message: `${exercise.name} ${message}`,
})

const pins = ({ rules }: ProgrammedSession, { layout }: CompressedSession): Violation[] => {
  const kept = new Map(dosesOf(layout).map((dose) => [dose.exercise.id, dose.retained.length]))
  return rules.allowed.flatMap((exercise) => {
    const pinned = rules.of(exercise.id).pinnedSets
    const sets = kept.get(exercise.id) ?? 0
    return pinned !== null && sets < pinned
      ? [violation(exercise, `keeps ${sets} sets, but the coach pinned ${pinned}`)]
      : []
  })
}

const bans = ({ rules }: ProgrammedSession, { layout }: CompressedSession): Violation[] =>
  dosesOf(layout)
    .filter(({ exercise }) => rules.of(exercise.id).banned)
    .map(({ exercise }) => violation(exercise, 'is banned and was kept'))

const partings = ({ rules }: ProgrammedSession, { layout }: CompressedSession): Violation[] =>
  layout.filter(isNewGroup).flatMap(({ doses }) =>
    doses.flatMap(({ exercise }, index) =>
      doses
        .slice(index + 1)
        .filter((other) => neverTogether(rules.amendment, exercise.id, other.exercise.id))
        .map((other) =>
          violation(exercise, `was grouped with ${other.exercise.name} against the coach's word`),
        ),
    ),
  )

const isWhole = (segment: LaidSegment, unit: readonly SessionExercise[], rounds: number): boolean =>
  segment.kind === 'programmed_group' &&
  segment.doses.length === unit.length &&
  segment.doses.every(
    ({ exercise, retained, level }, index) =>
      exercise.id === unit[index]!.id &&
      level === 'programmed' &&
      retained.length === Math.min(exercise.workingSets.length, rounds),
  )

/** Only what the coach grouped is the coach's group. */
const inventions = ({ rules }: ProgrammedSession, { layout }: CompressedSession): Violation[] =>
  layout
    .filter((segment) => isInvented(rules, segment))
    .map(({ doses }) => violation(doses[0]!.exercise, 'leads a group that the coach did not write'))

/** Programmed groups without a core lift: all members in one group, trimmed by rounds, or none of them. */
const groups = ({ rules }: ProgrammedSession, { layout }: CompressedSession): Violation[] =>
  rules.units
    .filter((unit) => unit.length > 1 && !rules.isProtected(unit[0]!.id))
    .flatMap((unit) => {
      const ids = new Set(unit.map((exercise) => exercise.id))
      const holding = layout.filter((segment) => segment.doses.some((dose) => ids.has(dose.exercise.id)))
      if (holding.length === 0) return []
      const rounds = Math.max(...holding[0]!.doses.map((dose) => dose.retained.length))
      if (holding.length > 1 || !isWhole(holding[0]!, unit, rounds)) {
        return [
          violation(
            unit[0]!,
            "leads one of the coach's groups, which was split, regrouped or trimmed unevenly",
          ),
        ]
      }
      const fewest = fewestRounds(rules, unit)
      return rounds < fewest
        ? [violation(unit[0]!, `leads a group cut to ${rounds} rounds, under its floor of ${fewest}`)]
        : []
    })

export const coachsWord = Object.freeze<Article>({
  id: 'A8',
  title: "Coach's word",
  statement:
    'Pins, bans and never-pair entries hold; a group that the coach programmed without a core lift is trimmed by rounds or dropped as a whole, never split or regrouped.',
  check: (programmed, compressed) =>
    [pins, bans, partings, inventions, groups].flatMap((holds) => holds(programmed, compressed)),
})
