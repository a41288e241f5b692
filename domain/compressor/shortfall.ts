/** Why a session cannot be made short enough: the articles that hold its minimum, and what each of them costs. */
import type { Amendment } from '../amendment/amendment.ts'
import type { ArticleId } from '../amendment/article.ts'
import { type SessionRules, sessionRules } from '../amendment/session-rules.ts'
import type { Session, SessionExercise } from '../plan/session.ts'
import type { SearchLimits } from './search/problem.ts'
import { SessionCompressor } from './session-compressor.ts'

export interface HoldingArticle {
  readonly article: ArticleId
  /** The shortest session if this article alone did not hold. */
  readonly minimumSeconds: number
}

type Relaxed = { session: Session; amendment: Amendment }

const mapExercises = (session: Session, change: (exercise: SessionExercise) => SessionExercise): Session => ({
  ...session,
  exercises: session.exercises.map(change),
})

/** The session and amendment as they would be if one article did not hold. */
const relaxations: readonly [ArticleId, (rules: SessionRules) => Relaxed][] = [
  [
    'A1',
    ({ session, amendment, isProtected }) => ({
      session: mapExercises(session, (exercise) =>
        exercise.role === 'core' || isProtected(exercise.id)
          ? { ...exercise, role: 'accessory', group: null }
          : exercise,
      ),
      amendment,
    }),
  ],
  [
    'A3',
    ({ session, amendment, isProtected }) => ({
      session: mapExercises(session, (exercise) =>
        isProtected(exercise.id) ? { ...exercise, group: null } : exercise,
      ),
      amendment,
    }),
  ],
  ['A4', ({ session, amendment }) => ({ session, amendment: { ...amendment, coreSetFloor: 1 } })],
  [
    'A7',
    ({ session, amendment }) => ({
      session: mapExercises(session, (exercise) =>
        exercise.role === 'core' ? { ...exercise, warmupSets: [] } : exercise,
      ),
      amendment,
    }),
  ],
  [
    'A8',
    ({ session, amendment }) => ({
      session: mapExercises(session, (exercise) => ({ ...exercise, pinnedSets: null })),
      amendment: { ...amendment, pinned: [] },
    }),
  ],
  ['A9', ({ session, amendment }) => ({ session, amendment: { ...amendment, accessorySetFloor: 1 } })],
]

/** Only articles that make a difference, the dearest first. `shortestSeconds`: the minimum under all of them. */
export const holdingArticles = (
  session: Session,
  amendment: Amendment,
  shortestSeconds: number,
  limits: SearchLimits,
): HoldingArticle[] => {
  const rules = sessionRules(session, amendment)
  return relaxations
    .map(([article, relax]) => {
      const relaxed = relax(rules)
      return {
        article,
        minimumSeconds: new SessionCompressor(relaxed.session, relaxed.amendment, limits).shortestSeconds,
      }
    })
    .filter(({ minimumSeconds }) => minimumSeconds < shortestSeconds)
    .sort((a, b) => a.minimumSeconds - b.minimumSeconds)
}
