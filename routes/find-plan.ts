/** The plan of a request's path, for callers who can see it; for anyone else there is none. */
import { problem } from '../problems.ts'
import type { Caller } from '../store/caller.ts'
import type { StoredPlan } from '../store/plan-row.ts'
import type { PlanStore, PlanVersion } from '../store/plan-store.ts'

const planNotFound = () =>
  problem('plan_not_found', 'There is no plan with this id, or it is not yours to see')

export const findPlan = async (store: PlanStore, planId: string, caller: Caller): Promise<StoredPlan> => {
  const stored = await store.findVisiblePlan(planId, caller)
  if (!stored) throw planNotFound()
  return stored
}

/** Only which version there is: for callers who may have what they need of it already. */
export const findPlanVersion = async (
  store: PlanStore,
  planId: string,
  caller: Caller,
): Promise<PlanVersion> => {
  const version = await store.findVisibleVersion(planId, caller)
  if (!version) throw planNotFound()
  return version
}
