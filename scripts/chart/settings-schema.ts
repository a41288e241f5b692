/** The part of values.schema.json that is the service's own settings: same names, same bounds, same words. */
import type { TObject, TSchema } from '@sinclair/typebox'
import { rolloutSettingsSchema } from '../../config/rollout-settings.ts'
import { serviceSettingsSchema } from '../../config.ts'

/** What the chart sets itself, from values that other objects need too. */
const setByChart = new Set(['PORT', 'METRICS_PORT', 'DATABASE_MIGRATE', 'FLAGS_FILE'])

/** The length of the drain decides how long Kubernetes waits, so these can't be left to the service's default. */
const required = ['APP_ENV', 'HOST', 'DRAIN_MS', 'DRAIN_DELAY_MS']

interface SettingSchema {
  readonly type: string
  readonly description: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
}

const settingSchema = ({ type, description, anyOf, minimum, maximum, pattern }: TSchema): SettingSchema => ({
  type: type ?? 'string',
  description: description ?? '',
  ...(anyOf && { enum: anyOf.map(({ const: word }: TSchema) => word) }),
  ...(minimum !== undefined && { minimum }),
  ...(maximum !== undefined && { maximum }),
  ...(pattern !== undefined && { pattern }),
})

const section = (schema: TObject, description: string): object => ({
  type: 'object',
  description,
  additionalProperties: false,
  required: required.filter((name) => name in schema.properties),
  properties: Object.fromEntries(
    Object.entries(schema.properties)
      .filter(([name, { secret }]) => !secret && !setByChart.has(name))
      .map(([name, setting]) => [name, settingSchema(setting)]),
  ),
})

interface ValuesSchema {
  properties: Record<string, object> & { rollout: { properties: Record<string, object> } }
}

/** The schema with its settings as the code has them now; everything else as it is. */
export const withSettings = (text: string): string => {
  const schema: ValuesSchema = JSON.parse(text)
  schema.properties.settings = section(
    serviceSettingsSchema,
    'Settings of the service, by the names of its environment variables; what is left out has its default.',
  )
  schema.properties.rollout.properties.settings = section(
    rolloutSettingsSchema,
    'Settings of the rollout command, by the names of its environment variables.',
  )
  return `${JSON.stringify(schema, null, 2)}\n`
}
