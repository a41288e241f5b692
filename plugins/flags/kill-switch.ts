/** The flag source of a service whose kill switch is set: everything is off for everyone, nothing is contacted. */
import type { FlagService } from './flag-service.ts'

export function createKillSwitch(): FlagService {
  const state = Object.freeze({
    source: 'kill_switch',
    status: 'up',
    detail: 'the kill switch is set: every flag is off, whatever LaunchDarkly or the flags file says',
    ready: true,
    since: new Date().toISOString(),
  } as const)
  return {
    isEnabled: async () => false,
    isOffForAll: () => true,
    state: () => state,
    up: () => 1,
  }
}
