/** One line a target: how long the plan's sessions take, what they keep, how it was done. */
import { shareBar } from './bars.ts'
import type { Paint } from './paint.ts'
import type { PreviewAnswer } from './preview-targets.ts'
import { percent, spokenHours, spokenStrategy } from './words.ts'

const barColumns = 8

/** "unchanged", "compressed", or how many sessions can't be that short. */
const outcomeOf = ({ sessions, strategy }: PreviewAnswer): string => {
  const unmet = sessions.filter(({ outcome }) => outcome === 'unmet').length
  if (unmet > 0) return `${unmet} of ${sessions.length} unmet`
  return strategy === 'unchanged' ? 'unchanged' : 'compressed'
}

const row = (answer: PreviewAnswer, paint: Paint): string => {
  const { targetMinutes, compressedDurationSeconds, retained, strategy } = answer
  const outcome = outcomeOf(answer)
  const size = `${shareBar(retained.size, barColumns, paint)}${percent(retained.size).padStart(6)}`
  return [
    `${targetMinutes} min`.padStart(7),
    spokenHours(compressedDurationSeconds).padStart(11),
    `  ${size}`,
    percent(retained.strength).padStart(9),
    `  ${paint(outcome.endsWith('unmet') ? 'red' : 'bold', outcome.padEnd(12))} `,
    spokenStrategy(strategy),
  ].join('')
}

export const targetTable = (answers: readonly PreviewAnswer[], paint: Paint): string[] => [
  paint('dim', ' target   in total  size stimulus strength  outcome      strategy'),
  ...answers.map((answer) => row(answer, paint)),
]
