/** A9, sense. */
import type { LaidSegment } from '../../clock/layout.ts'
import { noStation } from '../../clock/station.ts'
import type { SessionExercise } from '../../plan/session.ts'
import { groupClassOf } from '../../stimulus/pairing.ts'
import type { Article, CompressedSession, ProgrammedSession, Violation } from '../article.ts'
import { dosesOf, isNewGroup } from '../retained.ts'
import type { SessionRules } from '../session-rules.ts'

const violation = (exercise: SessionExercise, message: string): Violation => ({
  article: 'A9',
  exerciseId: exercise.id,
  message: `${exercise.name} ${message}`,
})

/** The article's own floor; what a pin keeps beyond it is A8's. Warm-ups and cool-downs are whole unless pinned. */
const fewestSets = (rules: SessionRules, { id, role, workingSets }: SessionExercise): number =>
  role === 'warmup' || role === 'cooldown'
    ? (rules.of(id).pinnedSets ?? workingSets.length)
    : Math.min(workingSets.length, rules.amendment.accessorySetFloor)

/** The coach's groups have a floor of their own, in rounds (A8). */
const tokenSets = ({ rules }: ProgrammedSession, { layout }: CompressedSession): Violation[] =>
  dosesOf(layout.filter((segment) => segment.kind !== 'programmed_group'))
    .filter(({ exercise }) => exercise.role !== 'core')
    .filter(({ exercise, retained }) => retained.length < fewestSets(rules, exercise))
    .map(({ exercise, retained }) =>
      violation(exercise, `keeps ${retained.length} sets, too few to be worth it`),
    )

const faultsOfGroup = (rules: SessionRules, { doses }: LaidSegment): string[] => {
  const { amendment } = rules
  const exercises = doses.map((dose) => dose.exercise)
  const sets = doses.map((dose) => dose.retained.length)
  const stations = new Set(
    exercises.map((exercise) => exercise.station).filter((station) => station !== noStation),
  )
  const inProgrammedGroup = rules.units.filter((unit) => unit.length > 1).flat()
  const faults: [boolean, string][] = [
    [doses.length < 2 || doses.length > 3, `is in a group of ${doses.length}`],
    [doses.length === 2 && !amendment.allowSupersets, 'is in a superset, which the amendment forbids'],
    [doses.length === 3 && !amendment.allowBlocks, 'is in a block, which the amendment forbids'],
    [Math.max(...sets) - Math.min(...sets) > 1, 'is in a group whose set counts differ by more than one'],
    [stations.size > amendment.maxStations, `is in a group that needs ${stations.size} stations`],
    [
      !amendment.allowSameMusclePairs && groupClassOf(exercises) === 'same_primary',
      'is grouped with an exercise for the same muscle',
    ],
    [
      exercises.some((exercise) => exercise.role !== 'accessory' || inProgrammedGroup.includes(exercise)),
      'is in a new group with something that may not be grouped',
    ],
  ]
  return faults.filter(([fault]) => fault).map(([, message]) => message)
}

export const sense = Object.freeze<Article>({
  id: 'A9',
  title: 'Sense',
  statement:
    'No token sets; new groups hold accessories only, of different muscles unless the amendment allows, at no more stations than it allows.',
  check: (programmed, compressed) => [
    ...tokenSets(programmed, compressed),
    ...compressed.layout
      .filter(isNewGroup)
      .flatMap((segment) =>
        faultsOfGroup(programmed.rules, segment).map((message) =>
          violation(segment.doses[0]!.exercise, message),
        ),
      ),
  ],
})
