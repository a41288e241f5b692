/** Says what is wrong with a flags file, before the SDK gets to see it: the SDK would take half of a broken one. */
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

const VariationIndexSchema = Type.Integer({ minimum: 0 })
const TextListSchema = Type.Array(Type.String())

const ClauseSchema = Type.Object({
  op: Type.String(),
  values: Type.Array(Type.Unknown()),
  attribute: Type.Optional(Type.String()),
  contextKind: Type.Optional(Type.String()),
})

const servedProperties = {
  variation: Type.Optional(VariationIndexSchema),
  rollout: Type.Optional(
    Type.Object({
      variations: Type.Array(
        Type.Object({ variation: VariationIndexSchema, weight: Type.Number({ minimum: 0 }) }),
        { minItems: 1 },
      ),
      contextKind: Type.Optional(Type.String()),
      bucketBy: Type.Optional(Type.String()),
    }),
  ),
}

const TargetsSchema = Type.Optional(
  Type.Array(
    Type.Object({
      values: TextListSchema,
      variation: VariationIndexSchema,
      contextKind: Type.Optional(Type.String()),
    }),
  ),
)

const FlagSchema = Type.Object({
  key: Type.String({ minLength: 1 }),
  on: Type.Boolean(),
  variations: Type.Array(Type.Unknown(), { minItems: 1 }),
  offVariation: Type.Optional(VariationIndexSchema),
  fallthrough: Type.Optional(Type.Object(servedProperties)),
  rules: Type.Optional(
    Type.Array(Type.Object({ ...servedProperties, clauses: Type.Optional(Type.Array(ClauseSchema)) })),
  ),
  targets: TargetsSchema,
  contextTargets: TargetsSchema,
  prerequisites: Type.Optional(
    Type.Array(Type.Object({ key: Type.String(), variation: VariationIndexSchema })),
  ),
})

const SegmentSchema = Type.Object({
  key: Type.String({ minLength: 1 }),
  included: Type.Optional(TextListSchema),
  excluded: Type.Optional(TextListSchema),
  rules: Type.Optional(Type.Array(Type.Object({ clauses: Type.Array(ClauseSchema) }))),
})

const FlagsFileSchema = Type.Object({
  flags: Type.Optional(Type.Record(Type.String(), FlagSchema)),
  flagValues: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  segments: Type.Optional(Type.Record(Type.String(), SegmentSchema)),
})

/** null and absent are the same to the SDK. */
const withoutNulls = (_key: string, value: unknown): unknown => (value === null ? undefined : value)

/** LaunchDarkly's file-data format. The answer never quotes the text: the path may point at something secret. */
export function flagsFileFault(text: string): string | undefined {
  if (text.trim() === '') return 'is empty'
  let file: unknown
  try {
    file = JSON.parse(text, withoutNulls)
  } catch {
    return 'is not valid JSON'
  }
  if (!Value.Check(FlagsFileSchema, file)) {
    const error = Value.Errors(FlagsFileSchema, file).First()
    return `does not hold LaunchDarkly file data: ${error?.path || '/'}: ${error?.message}`
  }
  const { flags = {}, flagValues = {}, segments = {} } = file
  const misnamed = Object.entries({ ...segments, ...flags }).find(([key, item]) => item.key !== key)
  if (misnamed) return `has an entry "${misnamed[0]}" whose key is another`
  const twice = Object.keys(flagValues).find((key) => Object.hasOwn(flags, key))
  if (twice !== undefined) return `has "${twice}" both in flags and in flagValues`
  const flagCount = Object.keys(flags).length + Object.keys(flagValues).length
  return flagCount === 0 ? 'holds no flag' : undefined
}
