/** Everything that the crunch view shows of a session: what it is, what each minute makes of it, and by which rules. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Day, Frontier, Model, Plan, Preview, SessionAnswer, Step } from '../service/answers.ts'
import { type Loaded, useAnswer, useSurroundings } from '../service/context.ts'
import type { Service } from '../service/service.ts'
import { StepAnswers } from './step-answers.ts'

export interface Crunched {
  plan: Plan
  frontier: Frontier
  programme: Day['session']
  model: Model
}

/** The by-date read shows the programme on a day that nothing was applied to; nobody trains this long ago. */
const dayWithoutApplication = '2000-01-01'

const loadCrunched = async (
  service: Service,
  planId: string,
  sessionId: string,
  signal: AbortSignal,
): Promise<Crunched> => {
  const planPath = `/api/v1/plans/${encodeURIComponent(planId)}`
  const dayPath = `${planPath}/sessions/${encodeURIComponent(sessionId)}?date=${dayWithoutApplication}`
  const [plan, frontier, day, model] = await Promise.all([
    service.get<Plan>(planPath, signal),
    service.send<Frontier>('POST', '/api/v1/time-crunch/frontier', { body: { planId, sessionId }, signal }),
    service.get<Day>(dayPath, signal),
    service.get<Model>('/api/v1/time-crunch/model', signal),
  ])
  return { plan, frontier, programme: day.session, model }
}

export const useCrunched = (planId: string, sessionId: string): Loaded<Crunched> =>
  useAnswer(`${planId} ${sessionId}`, (service, signal) => loadCrunched(service, planId, sessionId, signal))

interface StepAnswer {
  /** The answer of this step, or the one drawn last while it is on its way. */
  answer: SessionAnswer | undefined
  isStale: boolean
  error: unknown
  again: () => void
}

/** `onOutdated` is called when the plan has moved on since its frontier was asked for. */
export const useStepAnswer = (
  planId: string,
  sessionId: string,
  { steps, planVersion }: { steps: readonly Step[]; planVersion: number },
  index: number,
  onOutdated: () => void,
): StepAnswer => {
  const { service } = useSurroundings()
  const [, redraw] = useState(0)
  const [error, setError] = useState<unknown>()
  const answers = useRef<StepAnswers | undefined>(undefined)
  const last = useRef<SessionAnswer | undefined>(undefined)

  useEffect(() => {
    const load = async (targetMinutes: number, signal: AbortSignal) => {
      const body = { planId, targetMinutes, sessionIds: [sessionId] }
      const preview = await service.send<Preview>('POST', '/api/v1/time-crunch/preview', { body, signal })
      if (preview.planVersion !== planVersion) onOutdated()
      return preview.sessions[0] as SessionAnswer
    }
    const made = new StepAnswers(steps, load, (failure) => {
      setError(failure)
      redraw((count) => count + 1)
    })
    answers.current = made
    made.want(index)
    void made.run()
    return () => made.stop()
  }, [steps, service])
  useEffect(() => answers.current?.want(index), [index])

  const current = answers.current?.at(index)
  if (current) last.current = current
  const again = () => {
    setError(undefined)
    answers.current?.want(index)
  }
  return { answer: current ?? last.current, isStale: current === undefined, error, again }
}
