/** Who may look at the demo plans on a development server, and what their tokens say. */
import type { Role } from '../plugins/auth/claims.ts'
import { demoUser } from './demo-plans.ts'

export interface DemoPerson {
  /** The `sub` of their token. */
  readonly id: string
  readonly title: string
  readonly roles: readonly Role[]
}

/** Two curators: nobody approves their own work. */
export const demoPeople: readonly DemoPerson[] = [
  { id: demoUser, title: 'Demo athlete', roles: ['athlete'] },
  { id: 'demo-coach', title: 'Demo coach', roles: ['coach'] },
  { id: 'demo-curator', title: 'Demo curator', roles: ['curator'] },
  { id: 'demo-reviewer', title: 'Second curator', roles: ['curator'] },
]
