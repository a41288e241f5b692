/** Every plan that a visitor may see, page by page. */
import type { Page, PlanSummary } from '../service/answers.ts'
import type { Service } from '../service/service.ts'

/** More than anybody reads; the search would need the service's help then. */
const mostPages = 20

export interface Plans {
  owned: PlanSummary[]
  coached: PlanSummary[]
  /** There are more than were loaded. */
  isCut: boolean
}

const loadAll = async (service: Service, query: string, signal: AbortSignal) => {
  const items: PlanSummary[] = []
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const answer: Page<PlanSummary> = await service.get(`/api/v1/plans?limit=100${query}${after}`, signal)
    items.push(...answer.items)
    cursor = answer.nextCursor
    if (cursor === null) break
  }
  return { items, isCut: cursor !== null }
}

export const loadPlans = async (service: Service, signal: AbortSignal): Promise<Plans> => {
  const [owned, coached] = await Promise.all([
    loadAll(service, '', signal),
    loadAll(service, '&coached=true', signal),
  ])
  return { owned: owned.items, coached: coached.items, isCut: owned.isCut || coached.isCut }
}
