/** Keeps a ratio of requests only where there were enough of them to judge by. */
import { fewestRequests } from '../thresholds.ts'

export const enoughRequests = `and on (namespace) (planning_engine:time_crunch_requests:increase5m >= ${fewestRequests})`
