/** Where even the protected minimum is too long: said plainly, with what would help. */
import type { SessionAnswer } from '../service/answers.ts'
import { hrefOf } from '../shell/route.ts'
import { spokenSeconds } from '../words/figures.ts'
import { mostMinutes } from './dial.tsx'

interface UnmetProps {
  answer: SessionAnswer
  planId: string
  minutes: number
  /** The target that the answer was asked for: one answer serves a whole step of the frontier. */
  askedMinutes: number
  onMinutes: (minutes: number) => void
}

export const Unmet = ({ answer, planId, minutes, askedMinutes, onMinutes }: UnmetProps) => {
  const { shortfall, minimumAchievableSeconds } = answer
  if (shortfall === undefined) return null
  const missingSeconds = shortfall.missingSeconds - 60 * (minutes - askedMinutes)
  const enough = minutes + Math.ceil(missingSeconds / 60)
  return (
    <div class="notice unmet" role="status">
      <h2>{minutes} minutes are not enough</h2>
      <p>
        The shortest that the amendment allows is <b>{spokenSeconds(minimumAchievableSeconds)}</b>: that is{' '}
        {spokenSeconds(missingSeconds)} too long. Below is that shortest session.
      </p>
      <p>What would help:</p>
      <ul>
        {enough <= mostMinutes && (
          <li>
            <button type="button" class="chip" onClick={() => onMinutes(enough)}>
              Take {enough} minutes
            </button>
          </li>
        )}
        {shortfall.heldBy.map(({ article, reason }) => (
          <li key={article}>{reason}</li>
        ))}
        <li>
          <a href={hrefOf({ page: 'amendment', planId })}>Look at the plan’s amendment</a>
        </li>
      </ul>
    </div>
  )
}
