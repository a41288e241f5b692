/** The part of the page that the address names. */
import { AmendmentPage } from '../amendment/amendment-page.tsx'
import { CrunchPage } from '../crunch/crunch-page.tsx'
import { CurationPage } from '../curation/curation-page.tsx'
import { PlanList } from '../plans/plan-list.tsx'
import { PlanPage } from '../plans/plan-page.tsx'
import { SheetPage } from '../sheet/sheet-page.tsx'
import { hrefOf, type Route, useRoute } from './route.ts'

const Page = ({ route }: { route: Route }) => {
  switch (route.page) {
    case 'plans':
      return <PlanList />
    case 'plan':
      return <PlanPage planId={route.planId} />
    case 'session':
      return <CrunchPage planId={route.planId} sessionId={route.sessionId} />
    case 'sheet':
      return <SheetPage planId={route.planId} sessionId={route.sessionId} minutes={route.minutes} />
    case 'amendment':
      return <AmendmentPage planId={route.planId} />
    case 'curation':
      return <CurationPage draftId={route.draftId} />
  }
}

/** What belongs to another plan or session starts with nothing remembered. */
const keyOf = (route: Route): string => (route.page === 'curation' ? '#/curation' : hrefOf(route))

export const Pages = () => {
  const route = useRoute()
  return (
    <main key={keyOf(route)}>
      <Page route={route} />
    </main>
  )
}
