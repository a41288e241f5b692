/**
 * What the amendment makes of the plan's first week at some minutes. The service compresses with the saved amendment
 * only, so the effect of a change is seen as soon as it is saved, beside what it was before; and a save can be undone.
 */
import { useRef, useState } from 'preact/hooks'
import type { Plan, Preview, SessionAnswer } from '../service/answers.ts'
import { useAnswer } from '../service/context.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { clock, percent } from '../words/figures.ts'

interface EffectProps {
  plan: Plan
  /** Of the amendment. */
  version: number
}

const choices = [20, 30, 45, 60, 90]

const spoken = ({ compressedDurationSeconds, retained, outcome, segments }: SessionAnswer): string => {
  const exercises = segments.flatMap((segment) => segment.exercises).length
  const fits = outcome === 'unmet' ? ', does not fit' : ''
  return `${clock(compressedDurationSeconds)}${fits}, size ${percent(retained.size)}, strength ${percent(retained.strength)}, ${exercises} exercises`
}

export const Effect = ({ plan, version }: EffectProps) => {
  const [minutes, setMinutes] = useState(45)
  const week = plan.microcycles[0]?.weekNumber
  const seen = useRef(new Map<string, readonly SessionAnswer[]>())
  const { value, error, again } = useAnswer(`${plan.id} ${version} ${minutes}`, async (service, signal) => {
    const body = { planId: plan.id, targetMinutes: minutes, week }
    const answer = await service.send<Preview>('POST', '/api/v1/time-crunch/preview', { body, signal })
    seen.current.set(`${version} ${minutes}`, answer.sessions)
    return answer.sessions
  })
  if (week === undefined) return null
  const earlier = [...seen.current.entries()]
    .filter(([key]) => key.endsWith(` ${minutes}`) && key !== `${version} ${minutes}`)
    .at(-1)?.[1]
  return (
    <section class="panel" aria-labelledby="effect-title">
      <h2 id="effect-title">What it does</h2>
      <label class="inline">
        <span>Week {week} at</span>
        <select value={minutes} onChange={({ currentTarget }) => setMinutes(Number(currentTarget.value))}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice} minutes
            </option>
          ))}
        </select>
      </label>
      <p class="quiet small">
        By the amendment as saved. A change shows here once it is saved, beside what it was; a save can be
        undone.
      </p>
      <TroubleNotice error={error} onAgain={again} />
      <ul class="effects">
        {value?.map((answer) => {
          const was = earlier?.find(({ sessionId }) => sessionId === answer.sessionId)
          const changed = was !== undefined && spoken(was) !== spoken(answer)
          return (
            <li key={answer.sessionId} data-changed={changed}>
              <strong>{answer.name}</strong>
              <span>{spoken(answer)}</span>
              {was && <span class="quiet">{changed ? `was ${spoken(was)}` : 'the same as before'}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
