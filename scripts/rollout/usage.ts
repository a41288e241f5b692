/** What `npm run rollout -- --help` says. */

export const verbs = [
  'plan',
  'status',
  'start',
  'promote',
  'rollback',
  'pause',
  'resume',
  'watch',
  'report',
] as const

export type Verb = (typeof verbs)[number]

export const usage = `Usage: npm run rollout -- VERB [OPTIONS]

Brings feature.stream5_time_crunch_mode to 10, 25, 50 and 100 % of the users, each step only while every gate is green,
and back to nobody when one fails. Keeps nothing itself: where it is and since when, it reads from the flag and its
audit log; whoever runs it next, wherever, goes on from there.

  plan      the phases, the gates, and the next write; does nothing
  status    the flag, its phase and how long it is held, every gate
  start     the first phase, when the flag is off
  promote   the next phase, if the gates are green and this one was held long enough
  rollback  off for everybody, at once
  pause     no promotion until resume; a rollback still happens
  resume    promotions go on
  watch     look every minute; roll back by itself; end with the phase, or after a rollback
  report    the hourly update as Markdown

Writing: start, promote, rollback, pause, resume, watch
  --dry-run             LaunchDarkly checks the write and changes nothing
  --reason TEXT         why, for the audit log
Watching:
  --promote             take the next phase by itself, to the last
  --once                one look, then end (for a CronJob)
  --forever             don't end with a phase or a rollback (for a Deployment)
  --report-every TIME   post the report to ROLLOUT_WEBHOOK_URL so often (default 1h)
Reporting:
  --output FILE         write there instead of standard output
  --webhook             post to ROLLOUT_WEBHOOK_URL as well
Gates:
  --phases LIST         share:time, divided by commas (default 10:4h,25:4h,50:4h,100:4h)
  --interval TIME       between two readings (default 60s)
  --window TIME         what rates are taken over (default 5m)
  --readings N          so many readings in a row roll back (default 2; an amendment violation: 1)
  --min-requests N      with fewer in the window there is no verdict (default 20)
  --namespace NAME      only this one, where Prometheus knows several
  --no-cluster-gates    without CPU, memory, restarts and readiness, where Prometheus does not see the cluster
Any:
  --flag KEY            another flag
  --json                for programs; watch prints a line a look
  --help                this text

TIME is a number with s, m, h or d. Settings are environment variables (docs/configuration.md): LAUNCHDARKLY_API_TOKEN,
LAUNCHDARKLY_PROJECT, LAUNCHDARKLY_ENVIRONMENT, PROMETHEUS_URL, ROLLOUT_WEBHOOK_URL.

Examples:
  npm run rollout -- plan
  npm run rollout -- start --dry-run
  npm run rollout -- start --reason "launch of phase 1"
  npm run rollout -- watch --promote
  npm run rollout -- status --json
  npm run rollout -- rollback --reason "athletes report odd sessions"

Exit codes: 0 done, or nothing to do; 1 anything unforeseen; 2 wrong usage or settings; 3 watch has rolled back;
4 not done, because of a gate, the time, a pause or where the flag stands; 5 LaunchDarkly wants an approval first;
6 LaunchDarkly refused or can't be reached; 7 the flag is no boolean, or archived; 130 interrupted, the flag as it was.`
