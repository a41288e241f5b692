/** The session to do, segment by segment. */
import type { Segment, SessionAnswer } from '../service/answers.ts'
import { clock, counted } from '../words/figures.ts'
import { isCore, segmentKind, spokenSets } from '../words/names.ts'

interface SessionStepsProps {
  answer: SessionAnswer
  numbers: ReadonlyMap<string, number>
}

const how = ({ kind, exercises, rounds, roundRestSeconds }: Segment): string => {
  if (exercises.length === 1) {
    const rest = exercises[0]?.restSeconds ?? 0
    return [kind === 'accessory_single' ? '' : segmentKind(kind), rest > 0 && `rest ${clock(rest)}`]
      .filter(Boolean)
      .join(' · ')
  }
  const pause = roundRestSeconds === undefined ? '' : `, ${clock(roundRestSeconds)} after each`
  return `${segmentKind(kind)}${rounds === undefined ? '' : ` · ${counted(rounds, 'round')}`}${pause}`
}

export const SessionSteps = ({ answer, numbers }: SessionStepsProps) => (
  <section class="panel" aria-labelledby="steps-title">
    <h2 id="steps-title">The session</h2>
    <ol class="steps">
      {answer.segments.map((segment) => (
        <li key={segment.id} data-kind={segment.kind}>
          <div>
            {segment.exercises.map((exercise) => (
              <p key={exercise.exerciseId}>
                <span class="number">{numbers.get(exercise.exerciseId)}</span>{' '}
                <strong>{exercise.name}</strong> {isCore(exercise) && <span class="tag core">locked</span>}{' '}
                <span class="quiet">{spokenSets(exercise.sets.filter(({ warmup }) => !warmup))}</span>
              </p>
            ))}
            <p class="quiet small">{how(segment)}</p>
          </div>
          <span class="step-time">{clock(segment.timing.totalSeconds)}</span>
        </li>
      ))}
    </ol>
  </section>
)
