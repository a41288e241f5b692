/** values.schema.json: every value is described and has a default, nothing unknown passes, and Helm's lint agrees. */
import t from 'tap'
import { parse } from 'yaml'
import { chartFolder, helm, readChartFile } from '../../scripts/chart/helm.ts'

interface Schema {
  readonly $schema?: string
  readonly description?: string
  readonly additionalProperties?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly $defs?: Readonly<Record<string, Schema>>
}

const schema: Schema = JSON.parse(readChartFile('values.schema.json'))

/** Every schema inside, with its path. */
const everySchema = (path: string, { properties = {}, items, $defs = {} }: Schema): [string, Schema][] =>
  [
    ...Object.entries(properties).map(([name, part]): [string, Schema] => [`${path}.${name}`, part]),
    ...Object.entries($defs).map(([name, part]): [string, Schema] => [`${path}#${name}`, part]),
    ...(items ? [[`${path}[]`, items] as [string, Schema]] : []),
  ].flatMap(([inner, part]) => [[inner, part] as [string, Schema], ...everySchema(inner, part)])

t.test('JSON Schema 2020-12, every value described, nothing unknown passes', async (t) => {
  t.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema')
  t.equal(schema.additionalProperties, false)
  for (const [path, { description, properties, additionalProperties }] of everySchema('', schema)) {
    if (!path.endsWith('[]')) t.match(description, /^\S.*\.$/s, `${path} is described`)
    if (properties) t.equal(additionalProperties, false, `${path} is closed`)
  }
})

t.test('values.yaml has every value but the settings that the service knows best', async (t) => {
  const missing = (path: string, { properties = {} }: Schema, values: object | undefined): string[] =>
    Object.entries(properties).flatMap(([name, part]) => {
      const inner = `${path}.${name}`
      if (/^\.(global|affinity|(rollout\.)?settings|probes\.\w+\.initialDelaySeconds)/.test(inner)) return []
      const value = (values as Record<string, object> | undefined)?.[name]
      return value === undefined ? [inner] : missing(inner, part, value)
    })
  t.strictSame(missing('', schema, parse(readChartFile('values.yaml'))), [])
})

for (const files of [[], ['values-production.yaml']]) {
  t.test(`helm lint --strict: ${files[0] ?? 'the defaults'}`, async (t) => {
    const values = files.flatMap((file) => ['--values', `${chartFolder}${file}`])
    const { status, out, err } = helm(['lint', '--strict', chartFolder, ...values])
    t.equal(status, 0, out + err)
    t.match(out, /0 chart\(s\) failed/)
  })
}

t.test('helm lint --strict finds what is wrong', async (t) => {
  const { status, out } = helm(['lint', '--strict', chartFolder, '--set', 'replicas=-1'])
  t.not(status, 0)
  t.match(out, /minimum: got -1, want 0/)
})
