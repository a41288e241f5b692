/** The hourly update as Markdown, in the order of the launch plan's template: metrics, observations, next action. */
import { type GateId, type Measurement, spokenValue } from './gates.ts'
import { type Phase, phaseAt } from './phases.ts'
import { spokenCount } from './spoken.ts'
import { type Status, spokenDecision, spokenPlace } from './status-lines.ts'

const verdictMarks = { promote: '✅', hold: '⚠️', rollback: '🛑', inconclusive: '❔' } as const

/** The three that the launch plan names; the others follow. */
const named: readonly GateId[] = ['success_rate', 'p95', 'error_rate']

const heading = ({ on, percent, elapsedSeconds }: Status, phases: readonly Phase[]): string => {
  const phase = on ? phaseAt(phases, percent) : undefined
  const hour = elapsedSeconds === undefined ? '' : `, hour ${Math.floor(elapsedSeconds / 3_600) + 1}`
  return phase === undefined ? 'Rollout status update' : `Phase ${phase.number} status update${hour}`
}

const gateLine = ({ gate, measurement, verdict }: Status['states'][number]): string =>
  `- ${verdictMarks[verdict]} ${gate.title}: ${spokenValue(gate, measurement)}`

const usersLine = (users: Measurement): string =>
  `- Active users (1 h): ${'unknown' in users ? '–' : spokenCount(users.value)}`

const list = (items: readonly string[]): string[] =>
  items.length === 0 ? ['- none'] : items.map((item) => `- ${item}`)

const actions: Record<Status['decision']['action'], string> = {
  none: 'Nothing: start it when it is time',
  hold: 'Go on watching',
  roll_back: 'Roll back, and look for the cause',
  promote: 'Promote',
  done: 'Nothing: the rollout is complete',
}

export const reportMarkdown = (status: Status, users: Measurement, phases: readonly Phase[]): string => {
  const { states, decision, notes, paused } = status
  const isNamed = ({ gate }: Status['states'][number]): boolean => named.includes(gate.id)
  const observations = [...(paused ? ['the rollout is paused'] : []), ...decision.reasons, ...notes]
  const next = decision.action === 'promote' ? spokenDecision(status) : actions[decision.action]
  return [
    `## ${heading(status, phases)}`,
    '',
    `The flag is ${spokenPlace(status, phases)}.`,
    '',
    '### Metrics',
    '',
    ...states.filter(isNamed).map(gateLine),
    usersLine(users),
    ...states.filter((state) => !isNamed(state)).map(gateLine),
    '',
    '### Observations',
    '',
    ...list([...new Set(observations)]),
    '',
    '### Next action',
    '',
    `- ${next}`,
    '',
  ].join('\n')
}
