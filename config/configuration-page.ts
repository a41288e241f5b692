/** `docs/configuration.md`, made from the schemas. */
import type { TObject, TSchema } from '@sinclair/typebox'
import { serviceSettingsSchema } from '../config.ts'
import { expectedValue } from './read-settings.ts'
import { rolloutSettingsSchema } from './rollout-settings.ts'

const row = (name: string, schema: TSchema): string => {
  const value = schema.default === undefined ? '–' : `\`${schema.default}\``
  const cells = [`\`${name}\``, expectedValue(schema), value, schema.description ?? '']
  return `| ${cells.join(' | ')} |`
}

const table = ({ properties }: TObject): string =>
  [
    '| Variable | Value | Default | Meaning |',
    '|---|---|---|---|',
    ...Object.entries(properties).map(([name, schema]) => row(name, schema)),
  ].join('\n')

export const configurationPage = (): string => `# Configuration

Made by \`npm run docs\` from the schemas in \`config.ts\` and \`config/\`; a test keeps it in step.

Settings are environment variables, read once at start; an empty one counts as unset. A wrong or missing value stops
the start with one line that names the variable, what was found (never a secret) and what is expected.

## The service

${table(serviceSettingsSchema)}

## The rollout command

The service never reads these.

${table(rolloutSettingsSchema)}
`
