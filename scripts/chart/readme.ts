/** The chart's README, made from values.schema.json and values.yaml. */
import { parse } from 'yaml'

interface Schema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

const typeOf = ({ type, enum: words, minimum, maximum }: Schema): string => {
  if (words) return words.map((word) => `\`${word}\``).join(', ')
  const name = [type ?? 'object'].flat().join(' or ')
  if (minimum === undefined) return name
  return maximum === undefined ? `${name}, ${minimum} or more` : `${name}, ${minimum} to ${maximum}`
}

const shown = (value: unknown): string => {
  if (value === undefined || value === '') return '–'
  return `\`${JSON.stringify(value).replaceAll('|', '\\|')}\``
}

/** One row a value that can be set; sections become headings of their paths. */
const rowsOf = (path: string, schema: Schema, value: unknown, root: Schema): string[] => {
  if (schema.properties !== undefined && path !== 'affinity') {
    return Object.entries(schema.properties).flatMap(([name, part]) =>
      rowsOf(`${path}.${name}`, part, (value as Record<string, unknown> | undefined)?.[name], root),
    )
  }
  const target = schema.$ref ? (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? schema) : schema
  const meaning = (schema.description ?? '').replaceAll('|', '\\|')
  return [`| \`${path}\` | ${typeOf(target)} | ${shown(value)} | ${meaning} |`]
}

const header = ['| Value | Type | Default | Meaning |', '|---|---|---|---|']

const isSection = ({ properties }: Schema): boolean => properties !== undefined

const tables = (root: Schema, values: Record<string, unknown>): string => {
  const all = Object.entries(root.properties ?? {}).filter(([name]) => name !== 'global')
  const single = all.filter(([name, schema]) => !isSection(schema) || name === 'affinity')
  const sections = all.filter(([name, schema]) => isSection(schema) && name !== 'affinity')
  const row = ([name, schema]: [string, Schema]) => rowsOf(name, schema, values[name], root)
  return [
    '### Pods',
    '',
    ...header,
    ...single.flatMap(row),
    ...sections.flatMap(([name, schema]) => [
      '',
      `### ${name}`,
      '',
      schema.description ?? '',
      '',
      ...header,
      ...row([name, schema]),
    ]),
  ].join('\n')
}

export const chartReadme = (schemaText: string, valuesText: string): string => `# planning-engine

Made by \`npm run chart\` from \`values.schema.json\` and \`values.yaml\`; a test keeps it in step.

The Helm chart of the [Planning Engine](../../README.md), for Helm 3.14 or later and Helm 4, Kubernetes 1.30 or later.
How to install, watch, scale, upgrade and remove it: [deploying](../../docs/deploy.md).

\`\`\`sh
helm upgrade --install planning-engine helm/planning-engine                        # a first look, nothing else needed
helm upgrade --install planning-engine helm/planning-engine --values production.yaml
\`\`\`

\`values-production.yaml\` is where \`production.yaml\` starts: a copy with your hosts, issuer and Secrets.

What it does not do: it brings no PostgreSQL, no Prometheus and no LaunchDarkly relay.

- **Secrets** are yours: name them as \`existingSecret\`. Values such as \`database.url\` are for trying out; they end up
  in Helm's own record of the release.
- **Migrations** come before the pods: a Job (\`hook\`), a container in each pod (\`init\`), or you (\`none\`).
- **Metrics** have a port of their own, which no Ingress, Route or public Service leads to.
- **Pods** run as a user without rights, on a file system they can't write on (but \`/tmp\`), without a token of the cluster.
- **Values that can't work** are refused before anything is sent to the cluster, with a sentence that says what to set.

## Values

${tables(JSON.parse(schemaText), parse(valuesText))}
`
