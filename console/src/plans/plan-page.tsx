/** A plan: its weeks, and in each its sessions with the time they take. */
import type { Plan } from '../service/answers.ts'
import { useAnswer, useSurroundings } from '../service/context.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { hrefOf } from '../shell/route.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { counted } from '../words/figures.ts'
import { mayAmend } from './may-amend.ts'
import { Week } from './week.tsx'

export const PlanPage = ({ planId }: { planId: string }) => {
  const { visitor } = useSurroundings()
  const { value, error, isLoading, again } = useAnswer(planId, (service, signal) =>
    service.get<Plan>(`/api/v1/plans/${encodeURIComponent(planId)}`, signal),
  )
  if (value === undefined) {
    return (
      <>
        <PageTitle title="Plan" />
        {isLoading && <p class="quiet">Loading …</p>}
        <TroubleNotice error={error} onAgain={again} />
      </>
    )
  }
  const { name, description, coachId, microcycles, version } = value
  return (
    <>
      <p class="crumbs">
        <a href={hrefOf({ page: 'plans' })}>Plans</a>
      </p>
      <PageTitle title={name}>
        {description && <p class="lead">{description}</p>}
        <p class="quiet">
          Version {version} · of {value.ownerId}
          {coachId && ` · coached by ${coachId}`} · {counted(microcycles.length, 'week')}
        </p>
        <p>
          <a class="button" href={hrefOf({ page: 'amendment', planId })}>
            {mayAmend(visitor, value) ? 'Edit the coach’s amendment' : 'Read the coach’s amendment'}
          </a>
        </p>
      </PageTitle>
      <TroubleNotice error={error} onAgain={again} />
      {microcycles.length === 0 && <p>The plan has no weeks yet.</p>}
      {microcycles.map((week, index) => (
        <Week key={week.weekNumber} planId={planId} week={week} isFirst={index === 0} />
      ))}
    </>
  )
}
