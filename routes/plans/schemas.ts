/** What the plan routes take and answer. */
import { Type } from '@fastify/type-provider-typebox'
import type { ProblemCode } from '../../problems.ts'
import { named, pageProperties } from '../schemas.ts'
import { amendmentDocumentSchema, amendmentSchema } from './amendment-schema.ts'
import { planProperties } from './plan-document-schema.ts'

/** What every change of an existing plan can answer. */
export const writeProblems: readonly ProblemCode[] = [
  'forbidden',
  'plan_not_found',
  'version_conflict',
  'precondition_required',
]

export { planDocumentSchema } from './plan-document-schema.ts'

const ignored = Type.Optional(Type.Unknown({ description: 'Read-only: accepted and ignored.' }))

/** A plan as it was read, so that read → edit → write works. */
export const planReplacementSchema = Type.Object(
  {
    ...planProperties,
    amendment: ignored,
    id: ignored,
    version: ignored,
    ownerId: ignored,
    createdAt: ignored,
    updatedAt: ignored,
  },
  { additionalProperties: false },
)

const readOnly = {
  id: Type.String({ format: 'uuid' }),
  version: Type.Integer({ minimum: 1, description: 'Rises by one with every change; also the ETag.' }),
  ownerId: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' }),
}

export const planSchema = named(
  'Plan',
  Type.Object({ ...readOnly, ...planProperties }, { additionalProperties: false }),
)

export const planListSchema = Type.Object({
  items: Type.Array(Type.Object({ ...readOnly, name: planProperties.name, coachId: planProperties.coachId })),
  nextCursor: Type.Union([Type.String(), Type.Null()], { description: 'null on the last page.' }),
})

export const planListQuerySchema = Type.Object(
  {
    ...pageProperties('Plans'),
    coached: Type.Optional(
      Type.Union([Type.Literal('true'), Type.Literal('false')], {
        description: 'true: the plans that the caller coaches instead of those that they own.',
      }),
    ),
  },
  { additionalProperties: false },
)

// No pattern: a malformed id is a plan that does not exist (404), not a bad request.
export const planParametersSchema = Type.Object({ planId: Type.String() })

export const versionedAmendmentSchema = named(
  'VersionedAmendment',
  Type.Object({
    version: Type.Integer({ minimum: 1 }),
    amendment: amendmentSchema,
  }),
)

/** The form that GET answers, or the bare amendment. One object, not `anyOf`, so that a fault has its own path. */
export const amendmentReplacementSchema = Type.Object(
  {
    version: ignored,
    amendment: Type.Optional(amendmentDocumentSchema),
    ...amendmentDocumentSchema.properties,
  },
  {
    additionalProperties: false,
    description:
      'Either the form that GET answers, { version, amendment }, whose version is ignored, or the amendment itself.',
  },
)
