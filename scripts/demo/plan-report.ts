/** Everything that the demo shows of one plan: its coach's word, the table of targets, one target up close. */
import type { DemoPlan } from '../../demo-plans/demo-plan.ts'
import { pageColumns } from './page.ts'
import type { Paint } from './paint.ts'
import type { PreviewAnswer } from './preview-targets.ts'
import { sessionCloseUp } from './session-close-up.ts'
import { spokenAmendment } from './spoken-amendment.ts'
import { targetTable } from './target-table.ts'
import { spokenHours, wrapped } from './words.ts'

const heading = (demoPlan: DemoPlan, { sessions, originalDurationSeconds }: PreviewAnswer, paint: Paint) => {
  const { name, description = '', amendment = {}, coachId } = demoPlan.document
  const clauses = spokenAmendment(amendment)
  return [
    paint('bold', `━━ ${name} ${'━'.repeat(pageColumns - name.length - 4)}`),
    ...wrapped(description, pageColumns),
    `${sessions.length} sessions, ${spokenHours(originalDurationSeconds)} as programmed.`,
    ...(clauses.length === 0
      ? []
      : wrapped(`${coachId ? "The coach's" : "The owner's"} amendment: ${clauses.join('; ')}.`, pageColumns)),
  ]
}

/** The session as programmed, which is how the longest target leaves it. */
const programmedSession = (longest: PreviewAnswer, sessionId: string) => {
  const session = longest.sessions.find((candidate) => candidate.sessionId === sessionId)
  if (session?.outcome === 'unchanged') return session
  throw new Error(`Session "${sessionId}" does not fit ${longest.targetMinutes} minutes as programmed`)
}

/** `answers` are those of the table, the longest target last. */
export const planReport = (
  demoPlan: DemoPlan,
  answers: readonly PreviewAnswer[],
  closeUp: PreviewAnswer,
  paint: Paint,
): string[] => {
  const longest = answers.at(-1) ?? closeUp
  return [
    ...heading(demoPlan, longest, paint),
    '',
    ...targetTable(answers, paint),
    '',
    paint('bold', `Session by session, with ${closeUp.targetMinutes} minutes each`),
    `  ${paint('yellow', '▒')} set-up  ${paint('blue', '█')} work  ${paint('dim', '░')} rest, to scale`,
    '',
    ...closeUp.sessions.flatMap((session) => [
      ...sessionCloseUp(programmedSession(longest, session.sessionId), session, paint),
      '',
    ]),
  ]
}
