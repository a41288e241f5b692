/** Answers the service's questions about flags with the LaunchDarkly SDK's own evaluation. */
import type { LDClient, LDEvaluationReason } from '@launchdarkly/node-server-sdk'
import type { FlagService } from './flag-service.ts'
import type { FlagStatusKeeper } from './flag-status.ts'
import type { FlagStore } from './flag-store.ts'
import { offForAll } from './off-for-all.ts'

/** `report` is told of what an operator should mend, once a request: it has to thin them out itself. */
export function createFlagEvaluation(
  client: LDClient,
  store: FlagStore,
  status: FlagStatusKeeper,
  report: (message: string) => void,
): FlagService {
  /**
   * A flag that is switched off, or whose prerequisite fails, serves its off variation, which nothing stops from
   * being `true`. Switching off is the rollback: it has to work whatever that variation says.
   */
  const servesOffVariation = ({ kind }: LDEvaluationReason): boolean =>
    kind === 'OFF' || kind === 'PREREQUISITE_FAILED'

  return {
    async isEnabled(flagKey, userId) {
      if (userId === '' || !store.hasData()) return false
      try {
        // Kind and key are always given: a context without the rollout's kind falls in bucket 0, always on.
        const context = { kind: 'user', key: userId }
        const { value, reason } = await client.boolVariationDetail(flagKey, context, false)
        if (reason.errorKind === 'WRONG_TYPE') report(`flag "${flagKey}" is not a boolean and counts as off`)
        return value && !servesOffVariation(reason)
      } catch {
        report(`flag "${flagKey}" could not be evaluated and counts as off`)
        return false
      }
    },
    isOffForAll(flagKey) {
      if (!store.hasData()) return true
      try {
        return offForAll(flagKey, store.flag)
      } catch {
        report(`flag "${flagKey}" is not written as flags are and counts as off`)
        return true
      }
    },
    state: status.state,
    up: () => (status.state().status === 'up' ? 1 : 0),
  }
}
