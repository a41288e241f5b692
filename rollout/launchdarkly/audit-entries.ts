/** Audit log entries as the rollout's trail: when, what was said, and whether it changed who gets the feature. */
import type { TrailEntry } from '../core/audit-trail.ts'
import type { Place } from './faults.ts'
import type { RestAudit } from './schemas.ts'

/** Asking for an approval, or giving it, changes nothing by itself; applying it does. */
const harmless = /^(create|update|review|delete)ApprovalRequest$/

export const trailEntryOf = (
  { date, comment = '', accesses = [] }: RestAudit['items'][number],
  { environment }: Place,
): TrailEntry => ({
  atMs: date,
  comment,
  // What names no access might be anything: then the phase counts from there, which is the careful side.
  isTargeting:
    accesses.length === 0 ||
    accesses.some(
      ({ action = '', resource = '' }) => resource.includes(`:env/${environment}:`) && !harmless.test(action),
    ),
})
