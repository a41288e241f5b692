/** Everybody who may turn up at a plan of athlete-1 that coach-1 coaches. */
import { bearer } from '../../helper.ts'

/** In the order of the table's columns. */
export const callers = ['nobody', 'owner', 'athlete', 'coach', 'otherCoach', 'curator', 'admin'] as const
export type CallerName = (typeof callers)[number]

export const headersOf: Readonly<Record<CallerName, Record<string, string>>> = {
  nobody: {},
  owner: bearer('athlete-1', ['athlete']),
  athlete: bearer('athlete-2', ['athlete']),
  coach: bearer('coach-1', ['coach']),
  otherCoach: bearer('coach-2', ['athlete', 'coach']),
  curator: bearer('curator-2', ['curator']),
  admin: bearer('admin-1', ['admin']),
}

/** Valid tokens to whom the plan is not visible. */
export const strangers = ['athlete', 'otherCoach', 'curator'] as const satisfies readonly CallerName[]
