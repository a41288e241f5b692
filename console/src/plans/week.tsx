/** A week of a plan; how long its sessions take is asked for when it is opened. */
import { useState } from 'preact/hooks'
import { SessionRibbon } from '../crunch/session-ribbon.tsx'
import type { Plan, Preview, SessionAnswer } from '../service/answers.ts'
import { useAnswer } from '../service/context.ts'
import { hrefOf } from '../shell/route.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { clock, counted } from '../words/figures.ts'
import { weekday } from '../words/names.ts'

interface WeekProps {
  planId: string
  week: Plan['microcycles'][number]
  isFirst: boolean
}

/** At the longest target nearly everything is as programmed. */
const longestMinutes = 180

const Sessions = ({ planId, week }: Omit<WeekProps, 'isFirst'>) => {
  const { weekNumber, sessions } = week
  const { value, error, again } = useAnswer(`${planId} ${weekNumber}`, async (service, signal) => {
    if (sessions.every(({ exercises }) => exercises.length === 0)) return []
    const body = { planId, targetMinutes: longestMinutes, week: weekNumber }
    const answer = await service.send<Preview>('POST', '/api/v1/time-crunch/preview', { body, signal })
    return answer.sessions
  })
  const answers = new Map<string, SessionAnswer>(value?.map((answer) => [answer.sessionId, answer]))
  const longestSeconds = Math.max(0, ...(value ?? []).map((answer) => answer.originalDurationSeconds))
  return (
    <>
      <TroubleNotice error={error} onAgain={again} />
      <ul class="session-cards">
        {sessions.map(({ id, name, dayOfWeek, exercises }) => {
          const answer = answers.get(id)
          return (
            <li key={id}>
              <a href={hrefOf({ page: 'session', planId, sessionId: id })}>
                <span class="session-day">{weekday(dayOfWeek)}</span>
                <span class="session-name">{name}</span>
                <span class="session-time">
                  {answer ? clock(answer.originalDurationSeconds) : counted(exercises.length, 'exercise')}
                </span>
                <SessionRibbon segments={answer?.segments ?? []} longestSeconds={longestSeconds} />
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}

export const Week = ({ planId, week, isFirst }: WeekProps) => {
  const [isOpen, setIsOpen] = useState(isFirst)
  const { weekNumber, name, phase, deload, sessions } = week
  return (
    <details
      class="week"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen((currentTarget as HTMLDetailsElement).open)}
    >
      <summary>
        <h2>
          Week {weekNumber}
          {name && <span class="quiet"> · {name}</span>}
        </h2>
        <span class="quiet">
          {[phase, deload && 'deload', counted(sessions.length, 'session')].filter(Boolean).join(' · ')}
        </span>
      </summary>
      {isOpen && <Sessions planId={planId} week={week} />}
    </details>
  )
}
