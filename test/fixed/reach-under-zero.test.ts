/** Rounding left what undecided items could add a hair under zero; the bound became NaN and the optimum was cut off. */
import t from 'tap'
import { compressSession } from '../../domain/compressor/compress.ts'
import { enumerateAnswer } from '../domain/compressor/oracle/enumerate.ts'
import { randomCase } from '../domain/compressor/oracle/random-session.ts'

t.test('the session whose optimum was cut off is answered with it', async (t) => {
  const { session, amendment, targetMinutes } = randomCase(811)
  const answer = compressSession(session, amendment, targetMinutes)
  const expected = enumerateAnswer(session, amendment, targetMinutes)
  t.equal(answer.compressedDurationSeconds, expected.durationSeconds)
  t.strictSame(
    answer.segments.flatMap((segment) => segment.exercises.map(({ exerciseId }) => exerciseId)),
    expected.segments.flatMap((segment) => segment.members.map(({ exercise }) => exercise.id)),
  )
})
