/** What the recorded gates say at ten minutes. */
import type { Expectation } from '../rule-case.ts'

export const promote = 'planning_engine:rollout_gate:promote'
export const rollback = 'planning_engine:rollout_gate:rollback'

export const says = (gate: string, promotes: 0 | 1, rollsBack: 0 | 1): Expectation[] => [
  {
    at: '10m',
    expr: `${promote}{gate="${gate}"}`,
    is: { [`{gate="${gate}",namespace="production"}`]: promotes },
  },
  {
    at: '10m',
    expr: `${rollback}{gate="${gate}"}`,
    is: { [`{gate="${gate}",namespace="production"}`]: rollsBack },
  },
]

export const saysNothing = (gate: string): Expectation[] =>
  [promote, rollback].map((verdict) => ({ at: '10m', expr: `${verdict}{gate="${gate}"}`, is: {} }))
