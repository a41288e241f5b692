/** `docs/side-by-side.md`: five sessions of the demo plans as programmed and at 45, 30 and 20 minutes. */
import { demoPlans } from '../../demo-plans/demo-plans.ts'
import { withDefaults } from '../../domain/amendment/amendment.ts'
import { prepareSession } from '../../domain/clock/prepare-session.ts'
import type { Change, SessionAnswer } from '../../domain/compressor/answer.ts'
import { compressSession } from '../../domain/compressor/compress.ts'
import { spokenSeconds } from '../../domain/compressor/sentences.ts'
import { normalisePlan } from '../../domain/plan/normalise.ts'

const targets = [45, 30, 20]
/** Plan by place, session by place: a heavy day, a group day, an upper and two lower days. */
const chosen: readonly (readonly [plan: number, session: number])[] = [
  [0, 0],
  [1, 0],
  [2, 0],
  [2, 1],
  [2, 2],
]

const answersOf = (planAt: number, sessionAt: number): { title: string; answers: SessionAnswer[] } => {
  const { document } = demoPlans[planAt]!
  const { amendment, ...rest } = document
  const checked = normalisePlan(rest)
  if (!checked.ok) throw new Error(`${document.name} breaks a rule`)
  const { weekNumber, sessions } = checked.value.microcycles[0]!
  const session = prepareSession(sessions[sessionAt]!, weekNumber)
  return {
    title: `${document.name}: ${session.name}`,
    answers: [180, ...targets].map((minutes) => compressSession(session, withDefaults(amendment), minutes)),
  }
}

const cellOf = ({ segments }: SessionAnswer, { exerciseId, kinds, setsAfter }: Change): string => {
  if (kinds[0] === 'dropped') return '–'
  const { exercises } = segments.find(({ exercises: members }) =>
    members.some((member) => member.exerciseId === exerciseId),
  )!
  const { restSeconds } = exercises.find((member) => member.exerciseId === exerciseId)!
  const partners = exercises.filter((member) => member.exerciseId !== exerciseId).map(({ name }) => name)
  const said = [
    `${setsAfter} × rest ${restSeconds} s`,
    ...(kinds.includes('paired') || kinds.includes('blocked') ? [`with ${partners.join(', ')}`] : []),
    ...(kinds.includes('ramp_cut') ? ['last warm-up set only'] : []),
  ]
  return said.join('; ')
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const percent = (share: number): string => `${Math.round(100 * share)} %`

const sectionOf = ([plan, session]: readonly [number, number]): string => {
  const { title, answers } = answersOf(plan, session)
  const totals = (of: (answer: SessionAnswer) => string): string[] => answers.map(of)
  return [
    `## ${title}`,
    '',
    row(['', 'as programmed', ...targets.map((minutes) => `${minutes} minutes`)]),
    row(Array(targets.length + 2).fill('---')),
    ...answers[0]!.changes.map((change, at) =>
      row([change.name, ...answers.map((answer) => cellOf(answer, answer.changes[at]!))]),
    ),
    row(['**time**', ...totals((answer) => spokenSeconds(answer.compressedDurationSeconds))]),
    row(['**size kept**', ...totals(({ retained }) => percent(retained.size))]),
    row(['**strength kept**', ...totals(({ retained }) => percent(retained.strength))]),
    row(['**outcome**', ...totals(({ outcome }) => outcome)]),
  ].join('\n')
}

export const sideBySidePage = (): string =>
  `# Side by side

Five sessions of the demo plans, as programmed and in the minutes that are left: sets and rest of each exercise, what it is
paired with, and what is dropped (–). "Kept" is retained stimulus (model), no promise. Made by \`npm run docs\`.

${chosen.map(sectionOf).join('\n\n')}
`
