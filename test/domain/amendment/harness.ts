/** Cases for the articles: a session as a coach would write it, its answer, and ways to spoil just one thing in it. */
import type { Test } from 'tap'
import { type Amendment, withDefaults } from '../../../domain/amendment/amendment.ts'
import type { Article, CompressedSession, ProgrammedSession } from '../../../domain/amendment/article.ts'
import { audit, coachsAmendment } from '../../../domain/amendment/coachs-amendment.ts'
import { sessionRules } from '../../../domain/amendment/session-rules.ts'
import { type Dose, doseOf } from '../../../domain/clock/dose.ts'
import {
  type LaidSegment,
  layoutSeconds,
  newGroupSegment,
  singleSegment,
} from '../../../domain/clock/layout.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { defaultLimits } from '../../../domain/compressor/compress.ts'
import { SessionCompressor } from '../../../domain/compressor/session-compressor.ts'
import type { AmendmentDocument, NormalExercise, Role } from '../../../domain/plan/document.ts'

/** "squat", core, quadriceps … what is left out is three sets of ten of a dumbbell exercise. */
export const exercise = (
  id: string,
  role: Role,
  primaryMuscles: string[],
  more: Partial<NormalExercise> = {},
): NormalExercise => ({
  id,
  name: id[0]!.toUpperCase() + id.slice(1),
  role,
  primaryMuscles,
  secondaryMuscles: [],
  equipment: 'dumbbell',
  mechanic: 'isolation',
  sets: 3,
  ...(more.seconds === undefined && { reps: 10 }),
  ...more,
})

export const squat = exercise('squat', 'core', ['quadriceps'], {
  equipment: 'barbell',
  mechanic: 'compound',
  sets: 5,
  reps: 5,
})
export const bench = exercise('bench', 'core', ['chest'], {
  equipment: 'barbell',
  mechanic: 'compound',
  sets: 4,
  reps: 5,
})
export const curl = exercise('curl', 'accessory', ['biceps'])
export const pushdown = exercise('pushdown', 'accessory', ['triceps'])
export const raise = exercise('raise', 'accessory', ['shoulders'])
export const walk = exercise('walk', 'warmup', ['quadriceps'], { sets: 1, seconds: 300 })
export const stretch = exercise('stretch', 'cooldown', ['hamstrings'], { sets: 1, seconds: 120 })

export interface Case {
  readonly programmed: ProgrammedSession
  readonly compressed: CompressedSession
}

/** The compressor's own answer, which every article holds in. */
export const answered = (
  exercises: NormalExercise[],
  budgetSeconds: number,
  amendment: AmendmentDocument = {},
): Case => {
  const whole: Amendment = withDefaults(amendment)
  const session = prepareSession({ id: 'day', name: 'Day', dayOfWeek: 1, exercises }, 1)
  const compressor = new SessionCompressor(session, whole, defaultLimits)
  const draft = compressor.answer(budgetSeconds)
  return {
    programmed: { rules: sessionRules(session, whole), budgetSeconds },
    compressed: {
      layout: draft.layout,
      outcome: draft.outcome,
      durationSeconds: draft.durationSeconds,
      meetsTimeConstraint: draft.durationSeconds <= budgetSeconds,
      minimumAchievableSeconds: compressor.minimumAchievableSeconds,
    },
  }
}

/** The same answer with other segments; duration and the claims about it follow, so that nothing else is wrong. */
export const relaid = (
  { programmed, compressed }: Case,
  change: (layout: LaidSegment[]) => LaidSegment[],
): Case => {
  const layout = change([...compressed.layout])
  const durationSeconds = layoutSeconds(layout)
  const meetsTimeConstraint = durationSeconds <= programmed.budgetSeconds
  const outcome = meetsTimeConstraint
    ? compressed.outcome === 'unmet'
      ? 'compressed'
      : compressed.outcome
    : 'unmet'
  return { programmed, compressed: { ...compressed, layout, durationSeconds, meetsTimeConstraint, outcome } }
}

const findDose = (
  { programmed }: Case,
  id: string,
  ...how: [sets?: number, level?: Dose['level'], rampSets?: number]
): Dose => doseOf(programmed.rules.session.exercises.find((one) => one.id === id)!, ...how)

/** One exercise alone, so many sets of it. */
export const alone = (
  of: Case,
  id: string,
  ...how: [sets?: number, level?: Dose['level'], rampSets?: number]
): LaidSegment => singleSegment(findDose(of, id, ...how))

/** A new superset or block. */
export const together = (of: Case, ...ids: string[]): LaidSegment =>
  newGroupSegment(ids.map((id) => findDose(of, id)))

/** Replaces the segment that holds the exercise. */
export const instead =
  (id: string, ...segments: LaidSegment[]) =>
  (layout: LaidSegment[]): LaidSegment[] =>
    layout.flatMap((segment) =>
      segment.doses.some((dose) => dose.exercise.id === id) ? segments : [segment],
    )

export const without = (id: string) => instead(id)

/** The article has no complaint. */
export const holds = (t: Test, article: Article, { programmed, compressed }: Case, what: string): void => {
  t.same(article.check(programmed, compressed), [], what)
}

/** The article complains about this exercise (null: the session), in these words; all others but `also` are silent. */
export const breaks = (
  t: Test,
  article: Article,
  { programmed, compressed }: Case,
  exerciseId: string | null,
  message: RegExp,
  also: readonly string[] = [],
): void => {
  const found = article.check(programmed, compressed)
  t.match(found[0], { article: article.id, exerciseId, message }, `${article.id} complains`)
  const others = audit(
    programmed,
    compressed,
    coachsAmendment.filter((other) => other !== article && !also.includes(other.id)),
  )
  t.same(others, [], 'and no other article')
}
