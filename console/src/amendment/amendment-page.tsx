/** The coach's amendment of a plan: read by everybody who sees the plan, edited by its coach. */
import type { Plan, VersionedAmendment } from '../service/answers.ts'
import { useAnswer } from '../service/context.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { hrefOf } from '../shell/route.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { AmendmentEditor } from './amendment-editor.tsx'

export const AmendmentPage = ({ planId }: { planId: string }) => {
  const { value, error, isLoading, again } = useAnswer(planId, async (service, signal) => {
    const path = `/api/v1/plans/${encodeURIComponent(planId)}`
    const [plan, read] = await Promise.all([
      service.get<Plan>(path, signal),
      service.get<VersionedAmendment>(`${path}/amendment`, signal),
    ])
    return { plan, read }
  })
  return (
    <>
      <p class="crumbs">
        <a href={hrefOf({ page: 'plans' })}>Plans</a>
        <a href={hrefOf({ page: 'plan', planId })}>{value?.plan.name ?? 'Plan'}</a>
      </p>
      <PageTitle title="The coach’s amendment" />
      {isLoading && value === undefined && <p class="quiet">Loading …</p>}
      <TroubleNotice error={error} onAgain={again} />
      {value && <AmendmentEditor plan={value.plan} read={value.read} />}
    </>
  )
}
