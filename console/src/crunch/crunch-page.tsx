/** The crunch view: drag the minutes, and watch the session fold up. */
import { PageTitle } from '../shell/page-title.tsx'
import { hrefOf } from '../shell/route.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { CrunchView } from './crunch-view.tsx'
import { useCrunched } from './use-crunch.ts'

export const CrunchPage = ({ planId, sessionId }: { planId: string; sessionId: string }) => {
  const { value, error, isLoading, again } = useCrunched(planId, sessionId)
  return (
    <>
      <p class="crumbs">
        <a href={hrefOf({ page: 'plans' })}>Plans</a>
        <a href={hrefOf({ page: 'plan', planId })}>{value?.plan.name ?? 'Plan'}</a>
      </p>
      {value === undefined ? (
        <>
          <PageTitle title="Session" />
          {isLoading && <p class="quiet">Working out every minute from 15 to 180 …</p>}
          <TroubleNotice error={error} onAgain={again} />
        </>
      ) : (
        <CrunchView planId={planId} sessionId={sessionId} crunched={value} error={error} onAgain={again} />
      )}
    </>
  )
}
