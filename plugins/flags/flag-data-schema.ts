/** Flags and segments as LaunchDarkly writes them, as far as its SDK and this service look into them. */
import { Type } from '@sinclair/typebox'

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

export const FlagSchema = Type.Object({
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

export const SegmentSchema = Type.Object({
  key: Type.String({ minLength: 1 }),
  included: Type.Optional(TextListSchema),
  excluded: Type.Optional(TextListSchema),
  rules: Type.Optional(Type.Array(Type.Object({ clauses: Type.Array(ClauseSchema) }))),
})

/** null and absent are the same to the SDK. */
export const withoutNulls = (_key: string, value: unknown): unknown => (value === null ? undefined : value)
