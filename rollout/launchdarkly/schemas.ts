/** What is read out of LaunchDarkly's answers, and checked: the API is somebody else's, and may be a proxy's error page. */
import { type Static, Type } from '@sinclair/typebox'

const served = Type.Object({
  variation: Type.Optional(Type.Integer()),
  rollout: Type.Optional(
    Type.Object({
      variations: Type.Array(Type.Object({ variation: Type.Integer(), weight: Type.Number() })),
      contextKind: Type.Optional(Type.String()),
      bucketBy: Type.Optional(Type.String()),
      experimentAllocation: Type.Optional(Type.Unknown()),
    }),
  ),
})

export const targetingSchema = Type.Object({
  on: Type.Boolean(),
  version: Type.Integer(),
  lastModified: Type.Optional(Type.Integer()),
  offVariation: Type.Optional(Type.Integer()),
  fallthrough: served,
  rules: Type.Optional(Type.Array(Type.Unknown())),
  targets: Type.Optional(Type.Array(Type.Unknown())),
  contextTargets: Type.Optional(
    Type.Array(Type.Object({ values: Type.Optional(Type.Array(Type.Unknown())) })),
  ),
  prerequisites: Type.Optional(Type.Array(Type.Unknown())),
})

export const flagSchema = Type.Object({
  key: Type.String(),
  archived: Type.Optional(Type.Boolean()),
  tags: Type.Array(Type.String()),
  variations: Type.Array(Type.Object({ _id: Type.String(), value: Type.Optional(Type.Unknown()) })),
  environments: Type.Record(Type.String(), targetingSchema),
})

export const auditSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      date: Type.Integer(),
      comment: Type.Optional(Type.String()),
      accesses: Type.Optional(
        Type.Array(
          Type.Object({ action: Type.Optional(Type.String()), resource: Type.Optional(Type.String()) }),
        ),
      ),
    }),
  ),
})

export type RestFlag = Static<typeof flagSchema>
export type RestAudit = Static<typeof auditSchema>
