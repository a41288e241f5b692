/** What changed, each with its price, dearest in minutes first; and what stays. */
import type { Change, SessionAnswer } from '../service/answers.ts'
import { clock } from '../words/figures.ts'
import { spokenSlug } from '../words/names.ts'
import { mostMinutes } from './dial.tsx'

interface ChangesProps {
  answer: SessionAnswer
  numbers: ReadonlyMap<string, number>
  onMinutes: (minutes: number) => void
}

const isKept = ({ kinds }: Change): boolean => kinds.includes('kept')

const signed = (seconds: number): string =>
  seconds === 0 ? '0:00' : seconds > 0 ? `−${clock(seconds)}` : `+${clock(-seconds)}`

export const Changes = ({ answer, numbers, onMinutes }: ChangesProps) => {
  const changed = answer.changes
    .filter((change) => !isKept(change))
    .sort((one, other) => other.secondsSaved - one.secondsSaved)
  const kept = answer.changes.filter(isKept)
  return (
    <section class="panel changes" aria-labelledby="changes-title">
      <h2 id="changes-title">What changes</h2>
      {changed.length === 0 && <p>Nothing: the session is done as programmed.</p>}
      <ol>
        {changed.map(({ exerciseId, kinds, secondsSaved, reason, returnsAtMinutes }) => (
          <li key={exerciseId}>
            <span class="saved">{signed(secondsSaved)}</span>
            <div>
              <p>
                <span class="number">{numbers.get(exerciseId)}</span> {reason}
              </p>
              <p class="tags">
                {kinds.map((kind) => (
                  <span class={`tag ${kind}`} key={kind}>
                    {spokenSlug(kind)}
                  </span>
                ))}
                {returnsAtMinutes !== null && returnsAtMinutes <= mostMinutes && (
                  <button type="button" class="link" onClick={() => onMinutes(returnsAtMinutes)}>
                    show at {returnsAtMinutes} min
                  </button>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {changed.length > 0 && kept.length > 0 && (
        <p class="kept">
          <strong>Stays as programmed:</strong> {kept.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </section>
  )
}
