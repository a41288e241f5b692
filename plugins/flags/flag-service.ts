/** What the rest of the service sees of feature flags: three questions, whatever the source behind them. */

export type FlagSource = 'launchdarkly' | 'file' | 'kill_switch'

/**
 * `up`: the source answers. `connecting`: nothing has arrived yet. `stale`: the last known values are in force
 * while the source is out of reach or broken. `failed`: it will not answer again without somebody's help.
 */
export type FlagStatus = 'up' | 'connecting' | 'stale' | 'failed'

export interface FlagState {
  readonly source: FlagSource
  readonly status: FlagStatus
  /** A sentence for an operator: no secrets, addresses or paths, since readiness shows it. */
  readonly detail: string
  /** Whether flag values have ever arrived; until then every flag is off. */
  readonly ready: boolean
  /** When `status` last changed, ISO 8601. */
  readonly since: string
}

export interface FlagService {
  /**
   * Whether the flag is on for this user. Off wherever there is doubt: unknown flag, value that is not a boolean,
   * no data yet, empty user id, flag switched off (whatever its off variation says), kill switch. Never rejects.
   */
  isEnabled(flagKey: string, userId: string): Promise<boolean>
  /** Whether no user at all can have the flag on; decides between 404 and 401 for a caller without a token. */
  isOffForAll(flagKey: string): boolean
  state(): FlagState
  /** 1 while the source answers, else 0: the value of the gauge `planning_engine_flag_client_up`. */
  up(): 0 | 1
}
