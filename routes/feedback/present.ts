/** Stored feedback as an answer: the report as it was completed, with who said it, when, and of which plan. */
import type { PerformanceReport, RpeReport } from '../../domain/adaptation/report.ts'
import type { StoredFeedback } from '../../store/feedback-store.ts'

export const presentFeedback = <Report extends RpeReport | PerformanceReport>(
  { id, planId, planVersion, version, reportedBy, createdAt, updatedAt }: Omit<StoredFeedback, 'report'>,
  report: Report,
) => ({
  id,
  planId,
  planVersion,
  version,
  ...report,
  reportedBy,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
})
