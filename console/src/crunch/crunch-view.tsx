/** The parts of the crunch view, around one number: the minutes. */
import { useMemo, useState } from 'preact/hooks'
import { PageTitle } from '../shell/page-title.tsx'
import { hrefOf } from '../shell/route.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { weekday } from '../words/names.ts'
import { Articles } from './articles.tsx'
import { Changes } from './changes.tsx'
import { firstMinutes, rememberMinutes } from './chosen-minutes.ts'
import { DayPanel } from './day-panel.tsx'
import { Dial } from './dial.tsx'
import { FrontierPlot } from './frontier-plot.tsx'
import { Muscles } from './muscles.tsx'
import { numbersOf } from './place-segments.ts'
import { SessionSteps } from './session-steps.tsx'
import { TimeBars } from './time-bars.tsx'
import { Unmet } from './unmet.tsx'
import { type Crunched, useStepAnswer } from './use-crunch.ts'

interface CrunchViewProps {
  planId: string
  sessionId: string
  crunched: Crunched
  error: unknown
  onAgain: () => void
}

export const CrunchView = ({ planId, sessionId, crunched, error, onAgain }: CrunchViewProps) => {
  const { frontier, programme, model } = crunched
  const { steps, planVersion } = frontier
  const { name, weekNumber, dayOfWeek, originalDurationSeconds } = programme
  const [minutes, setMinutes] = useState(() => firstMinutes(planId, sessionId, originalDurationSeconds))
  const choose = (chosen: number) => {
    rememberMinutes(planId, sessionId, chosen)
    setMinutes(chosen)
  }
  const index = Math.max(
    0,
    steps.findLastIndex(({ fromMinutes }) => fromMinutes <= minutes),
  )
  const step = steps[index]
  const drawn = useStepAnswer(planId, sessionId, frontier, index, onAgain)
  const numbers = useMemo(() => numbersOf(programme.segments), [programme])
  const { answer, isStale } = drawn
  if (step === undefined) return null
  return (
    <>
      <PageTitle title={name}>
        <p class="quiet">
          Week {weekNumber}, {weekday(dayOfWeek)}
        </p>
      </PageTitle>
      <TroubleNotice error={error ?? drawn.error} onAgain={error ? onAgain : drawn.again} />
      <Dial
        minutes={minutes}
        step={step}
        steps={steps}
        originalSeconds={originalDurationSeconds}
        onMinutes={choose}
      />
      {answer === undefined ? (
        <p class="quiet">Loading …</p>
      ) : (
        <>
          {!isStale && (
            <Unmet
              answer={answer}
              planId={planId}
              minutes={minutes}
              askedMinutes={step.fromMinutes}
              onMinutes={choose}
            />
          )}
          <TimeBars
            programme={programme}
            answer={answer}
            minutes={minutes}
            numbers={numbers}
            isStale={isStale}
          />
          {!answer.optimality.proven && (
            <p class="quiet">
              The best that was found in time; the best possible is at most{' '}
              {(100 * answer.optimality.gap).toFixed(1)} % better.
            </p>
          )}
          <div class="columns">
            <div>
              <Changes answer={answer} numbers={numbers} onMinutes={choose} />
              <SessionSteps answer={answer} numbers={numbers} />
              <p class="row">
                <a class="button" href={hrefOf({ page: 'sheet', planId, sessionId, minutes })}>
                  Sheet for the gym floor
                </a>
              </p>
              <DayPanel
                planId={planId}
                planVersion={planVersion}
                sessionId={sessionId}
                minutes={minutes}
                onOutdated={onAgain}
              />
            </div>
            <div>
              <FrontierPlot steps={steps} minutes={minutes} onMinutes={choose} />
              <Muscles answer={answer} />
              <Articles model={model} answer={answer} />
            </div>
          </div>
        </>
      )}
    </>
  )
}
