/** `docs/coachs-amendment.md`, made from the articles and from the schema of a plan's own amendment. */
import type { TSchema } from '@sinclair/typebox'
import { defaultAmendment } from '../../domain/amendment/amendment.ts'
import { coachsAmendment } from '../../domain/amendment/coachs-amendment.ts'
import { amendmentSchema } from '../../routes/plans/amendment-schema.ts'

const section = ({ id, title, statement }: (typeof coachsAmendment)[number]): string =>
  `### ${id}: ${title}\n\n${statement}`

const bounds = ({ minimum, maximum }: TSchema): string =>
  minimum === undefined ? '–' : `${minimum} to ${maximum}`

const row = ([name, schema]: [string, TSchema]): string => {
  const value = JSON.stringify(defaultAmendment[name as keyof typeof defaultAmendment])
  return `| \`${name}\` | ${bounds(schema)} | \`${value}\` | ${schema.description ?? ''} |`
}

export const amendmentPage = (): string => `# The Coach's Amendment

Made by \`npm run docs\` from \`domain/amendment/\` and the schema of the plan routes; a test keeps it in step.

These are the rules that a shortened session obeys. They bound the search, so that nothing else is ever considered, and
they check every answer once more before it is sent: an answer that breaks one is an error of the service and never
reaches anybody. Each answer lists them with the result of that check, and \`GET /api/v1/time-crunch/model\` serves them.
The numbers behind them are in [the model](model.md).

## The articles

${coachsAmendment.map(section).join('\n\n')}

## What a coach may set

A plan's own amendment, read and written at \`/api/v1/plans/:planId/amendment\` by its coach, or by its owner when it has
no other coach ([who may do what](plans.md#who-may-do-what)). Whatever is left out has its default. Contradictions, such
as an exercise both pinned and banned, are refused with a sentence that names both sides.

| Field | Bounds | Default | Meaning |
|---|---|---|---|
${Object.entries(amendmentSchema.properties).map(row).join('\n')}
`
