/** A11: the clock is told as it is. */
import t from 'tap'
import type { CompressedSession } from '../../../../domain/amendment/article.ts'
import { honesty } from '../../../../domain/amendment/articles/honesty.ts'
import { answered, breaks, type Case, curl, holds, raise, squat } from '../harness.ts'

const claiming = ({ programmed, compressed }: Case, claims: Partial<CompressedSession>): Case => ({
  programmed,
  compressed: { ...compressed, ...claims },
})

const good = answered([squat, curl, raise], 1600)
const unmet = answered([squat, curl], 300)

t.test('holds for answers that fit and for answers that say they cannot', async (t) => {
  holds(t, honesty, good, 'fits')
  t.equal(unmet.compressed.outcome, 'unmet')
  holds(t, honesty, unmet, 'says so')
})

t.test('breaks when the duration, or what is said about it, is not true', async (t) => {
  const { durationSeconds } = good.compressed
  breaks(t, honesty, claiming(good, { durationSeconds: durationSeconds - 60 }), null, /seconds|reported/)
  breaks(t, honesty, claiming(good, { meetsTimeConstraint: false }), null, /not fitting/)
  breaks(t, honesty, claiming(good, { outcome: 'unmet' }), null, /does not go with the time constraint/)
  breaks(t, honesty, claiming(unmet, { outcome: 'compressed' }), null, /does not go with/)
  breaks(
    t,
    honesty,
    claiming(good, { minimumAchievableSeconds: durationSeconds + 1 }),
    null,
    /longer than the session/,
  )
  breaks(t, honesty, claiming(unmet, { minimumAchievableSeconds: 200 }), null, /would have fitted/)
})
