/** An answer is a session like any other: put through the compressor again for the same target, it stays as it is. */
import t from 'tap'
import type { Amendment } from '../../../domain/amendment/amendment.ts'
import type { Change } from '../../../domain/compressor/answer.ts'
import { compressSession } from '../../../domain/compressor/compress.ts'
import type { Session, SessionExercise } from '../../../domain/plan/session.ts'
import { retainedSetIndexes } from '../../../domain/plan/top-set.ts'
import { randomCase } from './oracle/random-session.ts'

const seeds = Array.from({ length: 120 }, (_, index) => 70_001 + index)

/** Singles only, so that the answer can be written as a programme: no groups, pins or bans. */
const ofSingles = ({ session, amendment }: { session: Session; amendment: Amendment }) => ({
  session: {
    ...session,
    exercises: session.exercises.map((one) => ({ ...one, group: null, pinnedSets: null })),
  },
  amendment: { ...amendment, pinned: [], banned: [], allowSupersets: false, allowBlocks: false },
})

/** The exercise as the answer left it: fewer sets, fewer ramp sets, each set at the level in force. */
const asAnswered = (exercise: SessionExercise, { setsAfter, kinds }: Change, restSeconds: number) => ({
  ...exercise,
  restSeconds,
  warmupSets: exercise.warmupSets.slice(kinds.includes('ramp_cut') ? -1 : 0),
  workingSets: retainedSetIndexes(exercise.workingSets, setsAfter).map((index) => {
    const set = exercise.workingSets[index]!
    return { ...set, restSeconds: Math.min(restSeconds, set.restSeconds) }
  }),
})

t.test('compressing the result again changes nothing', async (t) => {
  let again = 0
  for (const seed of seeds) {
    const { targetMinutes, ...found } = randomCase(seed)
    const { session, amendment } = ofSingles(found)
    const answer = compressSession(session, amendment, targetMinutes)
    if (answer.outcome !== 'compressed') continue
    const named = new Map(session.exercises.map((exercise) => [exercise.id, exercise]))
    const changes = new Map(answer.changes.map((change) => [change.exerciseId, change]))
    const exercises = answer.segments.flatMap((segment) =>
      segment.exercises.map(({ exerciseId, restSeconds }) =>
        asAnswered(named.get(exerciseId)!, changes.get(exerciseId)!, restSeconds),
      ),
    )
    const second = compressSession(
      { ...session, exercises },
      { ...amendment, neverPair: [], priorities: {} },
      targetMinutes,
    )
    t.equal(second.outcome, 'unchanged', `seed ${seed}`)
    t.equal(second.compressedDurationSeconds, answer.compressedDurationSeconds, `seed ${seed}: seconds`)
    again += 1
  }
  t.ok(again > 30, `${again} answers were compressed again`)
})
