/** `docs/coachs-amendment.md`, made from the articles. */
import { coachsAmendment } from '../../domain/amendment/coachs-amendment.ts'

const section = ({ id, title, statement }: (typeof coachsAmendment)[number]): string =>
  `## ${id}: ${title}\n\n${statement}`

export const amendmentPage = (): string => `# The Coach's Amendment

Made by \`npm run docs\` from \`domain/amendment/\`; a test keeps it in step.

These are the rules that a shortened session obeys. They bound the search, so that nothing else is ever considered, and
they check every answer once more before it is sent: an answer that breaks one is an error of the service and never
reaches anybody. Each answer lists them with the result of that check, and \`GET /api/v1/time-crunch/model\` serves them.

What a plan's coach may set within them (floors, caps, pins, priorities, bans, pairs to avoid) is the plan's own
amendment: see [plans](plans.md). The numbers behind them are in [the model](model.md).

${coachsAmendment.map(section).join('\n\n')}
`
