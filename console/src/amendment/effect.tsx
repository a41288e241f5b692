/** What the amendment makes of the plan's first week: as it is typed beside as it is saved, or as saved beside before. */
import { useRef } from 'preact/hooks'
import type { Plan, Preview, SessionAnswer } from '../service/answers.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { counted } from '../words/figures.ts'
import { exerciseDifferences, spokenSession } from './compare-previews.ts'
import type { Trial } from './use-trial.ts'

interface EffectProps {
  plan: Plan
  /** Of the amendment as saved. */
  version: number
  minutes: number
  onMinutes: (minutes: number) => void
  /** Whether anything is typed and not saved. */
  isTyped: boolean
  /** Whether what is typed contradicts itself. */
  isRefused: boolean
  trial: Trial
}

interface Shown {
  now: Preview
  was: Preview | undefined
}

const choices = [20, 30, 45, 60, 90]

const differs = (was: SessionAnswer | undefined, now: SessionAnswer): boolean =>
  was !== undefined && (spokenSession(was) !== spokenSession(now) || exerciseDifferences(was, now).length > 0)

const wasOf = ({ was }: Shown, { sessionId }: SessionAnswer): SessionAnswer | undefined =>
  was?.sessions.find((session) => session.sessionId === sessionId)

/** The newest saved answer at these minutes that is of another version than this. */
const useEarlier = (version: number, minutes: number, saved: Preview | undefined): Preview | undefined => {
  const seen = useRef(new Map<string, Preview>())
  const key = `${version} ${minutes}`
  if (saved !== undefined) seen.current.set(key, saved)
  return [...seen.current].filter(([other]) => other.endsWith(` ${minutes}`) && other !== key).at(-1)?.[1]
}

const SessionEffect = ({ now, was }: { now: SessionAnswer; was: SessionAnswer | undefined }) => {
  const changed = differs(was, now)
  return (
    <li data-changed={changed}>
      <strong>{now.name}</strong>
      <span>{spokenSession(now)}</span>
      {was && <span class="quiet">{changed ? `was ${spokenSession(was)}` : 'the same as before'}</span>}
      {was && changed && (
        <ul class="small">
          {exerciseDifferences(was, now).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

export const Effect = (props: EffectProps) => {
  const { plan, version, minutes, onMinutes, isTyped, isRefused, trial } = props
  const { saved, tried } = trial
  const earlier = useEarlier(version, minutes, saved)
  const last = useRef<Shown | undefined>(undefined)
  const current: Shown | undefined = isTyped
    ? tried && { now: tried, was: saved }
    : saved && { now: saved, was: earlier }
  if (current !== undefined) last.current = current
  const shown = current ?? last.current
  const week = plan.microcycles[0]?.weekNumber
  if (week === undefined) return null
  const changed = shown?.now.sessions.filter((now) => differs(wasOf(shown, now), now)).length ?? 0
  return (
    <section class="panel" aria-labelledby="effect-title">
      <h2 id="effect-title">What it does</h2>
      <label class="inline">
        <span>Week {week} at</span>
        <select value={minutes} onChange={({ currentTarget }) => onMinutes(Number(currentTarget.value))}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice} minutes
            </option>
          ))}
        </select>
      </label>
      <p class="quiet small" role="status">
        {isRefused
          ? 'What is typed contradicts itself; the last that did not is shown.'
          : isTyped
            ? `As typed, beside as saved: ${changed} of ${counted(shown?.now.sessions.length ?? 0, 'session')} would be different. Nothing is saved yet.`
            : 'By the amendment as saved. What you type shows here at once, before it is saved.'}
      </p>
      <TroubleNotice error={trial.error} onAgain={trial.again} />
      <ul class="effects" aria-busy={current === undefined}>
        {shown?.now.sessions.map((now) => (
          <SessionEffect key={now.sessionId} now={now} was={wasOf(shown, now)} />
        ))}
      </ul>
    </section>
  )
}
