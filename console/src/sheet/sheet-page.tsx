/** The sheet for the gym floor: read on a phone, ticked off set by set, printed, or copied as text. */
import { useState } from 'preact/hooks'
import type { Plan, Preview, SessionAnswer } from '../service/answers.ts'
import { useAnswer } from '../service/context.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { hrefOf } from '../shell/route.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { clock } from '../words/figures.ts'
import { weekday } from '../words/names.ts'
import { SheetBlockView } from './sheet-block.tsx'
import { sheetBlocks, sheetText } from './sheet-lines.ts'

interface SheetPageProps {
  planId: string
  sessionId: string
  minutes: number
}

export const SheetPage = ({ planId, sessionId, minutes }: SheetPageProps) => {
  const { value, error, isLoading, again } = useAnswer(
    `${planId} ${sessionId} ${minutes}`,
    async (service, signal) => {
      const body = { planId, targetMinutes: minutes, sessionIds: [sessionId] }
      const [plan, preview] = await Promise.all([
        service.get<Plan>(`/api/v1/plans/${encodeURIComponent(planId)}`, signal),
        service.send<Preview>('POST', '/api/v1/time-crunch/preview', { body, signal }),
      ])
      return { plan, answer: preview.sessions[0] as SessionAnswer }
    },
  )
  const [said, setSaid] = useState('')
  const text = value ? sheetText(value.answer, value.plan.name) : ''
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser does not allow it; the text stands below, to be copied by hand.'),
    )

  return (
    <div class="sheet">
      <p class="crumbs">
        <a href={hrefOf({ page: 'session', planId, sessionId })}>Back to the session</a>
      </p>
      <PageTitle title={value?.answer.name ?? 'Sheet'}>
        {value && (
          <p class="quiet">
            {value.plan.name} · week {value.answer.weekNumber}, {weekday(value.answer.dayOfWeek)} ·{' '}
            <b>{clock(value.answer.compressedDurationSeconds)}</b> of {minutes} minutes
          </p>
        )}
      </PageTitle>
      {isLoading && value === undefined && <p class="quiet">Loading …</p>}
      <TroubleNotice error={error} onAgain={again} />
      {value && (
        <>
          {!value.answer.meetsTimeConstraint && (
            <p class="notice unmet">
              {minutes} minutes are not enough for this: it takes{' '}
              {clock(value.answer.compressedDurationSeconds)}.
            </p>
          )}
          <ol class="sheet-blocks">
            {sheetBlocks(value.answer).map((block) => (
              <SheetBlockView key={block.id} block={block} />
            ))}
          </ol>
          <p class="row screen-only">
            <button type="button" class="primary" onClick={() => window.print()}>
              Print
            </button>
            <button type="button" onClick={copy}>
              Copy as text
            </button>
            <span role="status">{said}</span>
          </p>
          <details class="screen-only">
            <summary>As text</summary>
            <pre>{text}</pre>
          </details>
        </>
      )}
    </div>
  )
}
