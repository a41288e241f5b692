/** The demo plans, and whose they are. */
import { barbellStrength } from './barbell-strength.ts'
import type { DemoPlan } from './demo-plan.ts'
import { homeDumbbells } from './home-dumbbells.ts'
import { upperLower } from './upper-lower.ts'

/** Owns every demo plan. */
export const demoUser = 'demo'

/** The first is the one that a first request is best made with. */
export const demoPlans: readonly [DemoPlan, ...DemoPlan[]] = [
  {
    id: 'de300000-0000-4000-8000-000000000001',
    key: 'barbell',
    document: barbellStrength,
    closeUpMinutes: 45,
  },
  {
    id: 'de300000-0000-4000-8000-000000000002',
    key: 'dumbbell',
    document: homeDumbbells,
    closeUpMinutes: 30,
  },
  {
    id: 'de300000-0000-4000-8000-000000000003',
    key: 'upper-lower',
    document: upperLower,
    closeUpMinutes: 45,
  },
]
