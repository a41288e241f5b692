/** A shortened session becomes what is done on one day, and the day can be given back. */
import { useRef, useState } from 'preact/hooks'
import type { Day } from '../service/answers.ts'
import { useAnswer, useSurroundings } from '../service/context.ts'
import { Problem } from '../service/trouble.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { clock } from '../words/figures.ts'
import { spokenDay, today } from '../words/names.ts'

interface DayPanelProps {
  planId: string
  planVersion: number
  sessionId: string
  minutes: number
  onOutdated: () => void
}

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const stateOf = ({ applicationId, outdated, session }: Day): string => {
  if (applicationId !== null)
    return `A shortened session of ${clock(session.compressedDurationSeconds)} is set for this day.`
  if (outdated !== null) {
    return `${outdated.targetMinutes} minutes were set for this day, but the plan has changed since: the programme counts until you apply anew.`
  }
  return 'The programme counts on this day.'
}

export const DayPanel = ({ planId, planVersion, sessionId, minutes, onOutdated }: DayPanelProps) => {
  const { service } = useSurroundings()
  const [date, setDate] = useState(today)
  const [isBusy, setIsBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [error, setError] = useState<unknown>()
  // The same request tried again after a break carries the same key, and is done once.
  const key = useRef({ request: '', value: '' })
  const day = useAnswer(`${planId} ${sessionId} ${date}`, (_service, signal) =>
    service.get<Day>(
      `/api/v1/plans/${encodeURIComponent(planId)}/sessions/${encodeURIComponent(sessionId)}?date=${date}`,
      signal,
    ),
  )

  const act = async (done: string, work: () => Promise<unknown>) => {
    setIsBusy(true)
    setError(undefined)
    setSaid('')
    try {
      await work()
      key.current = { request: '', value: '' }
      setSaid(done)
      day.again()
    } catch (failure) {
      if (failure instanceof Problem && failure.code === 'version_conflict') {
        setSaid('The plan has changed since you looked. It is shown anew: look once more, then apply.')
        onOutdated()
      } else setError(failure)
    } finally {
      setIsBusy(false)
    }
  }
  const apply = () =>
    act(`${minutes} minutes are set for ${spokenDay(date)}.`, () => {
      const body = { planId, planVersion, sessionId, date, targetMinutes: minutes }
      const request = JSON.stringify(body)
      if (key.current.request !== request) key.current = { request, value: newKey() }
      return service.send('POST', '/api/v1/time-crunch/apply', { body, idempotencyKey: key.current.value })
    })
  const revert = (id: string) =>
    act(`${spokenDay(date)} is as programmed again.`, () =>
      service.send('DELETE', `/api/v1/time-crunch/applications/${id}`),
    )

  const known = day.value
  const application = known?.applicationId ?? known?.outdated?.applicationId
  return (
    <section class="panel day" aria-labelledby="day-title">
      <h2 id="day-title">Do it</h2>
      <div class="row">
        <label>
          <span>Day</span>
          <input
            type="date"
            value={date}
            min="2000-01-01"
            onInput={({ currentTarget }) => {
              setSaid('')
              if (currentTarget.value !== '') setDate(currentTarget.value)
            }}
          />
        </label>
        <button type="button" class="primary" disabled={isBusy} onClick={apply}>
          Apply {minutes} minutes
        </button>
        {application && (
          <button type="button" disabled={isBusy} onClick={() => revert(application)}>
            Revert this day
          </button>
        )}
      </div>
      <p class="day-state" role="status">
        {said && <strong>{said} </strong>}
        {known && stateOf(known)}
      </p>
      <TroubleNotice error={error ?? day.error} onAgain={day.again} />
    </section>
  )
}
