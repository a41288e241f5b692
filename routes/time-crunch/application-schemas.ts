/** What applying, reverting and the history of applications take and answer. */
import { type TSchema, Type } from '@sinclair/typebox'
import { daySchema, named, pageProperties } from '../schemas.ts'
import { planIdSchema, previewRequestSchema, sessionAnswerSchema, targetMinutesSchema } from './schemas.ts'

const strict = <T extends Record<string, TSchema>>(properties: T, description?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(description && { description }) })

export const applyRequestSchema = strict({
  planId: planIdSchema,
  planVersion: Type.Integer({
    minimum: 1,
    maximum: 2_147_483_647,
    description: 'The version that was previewed; 409 when the plan has moved on.',
  }),
  sessionId: Type.String({ minLength: 1, maxLength: 64, description: 'Id of a session of the plan.' }),
  date: Type.Optional(daySchema('The day of the training, YYYY-MM-DD; today (UTC) when left out.')),
  targetMinutes: targetMinutesSchema,
  unavailableEquipment: previewRequestSchema.properties.unavailableEquipment,
})

const headSchema = {
  id: Type.String({ format: 'uuid' }),
  planId: Type.String(),
  planVersion: Type.Integer({ description: 'Of the plan, when it was applied.' }),
  sessionId: Type.String(),
  date: Type.String({ format: 'date' }),
  targetMinutes: Type.Integer(),
  unavailableEquipment: Type.Optional(
    Type.Array(Type.String(), { description: 'Only where some was named, in words of the vocabulary.' }),
  ),
}

export const applicationSchema = named('Application', strict({ ...headSchema, session: sessionAnswerSchema }))

const momentSchema = Type.String({ format: 'date-time' })
const orNull = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description })

export const applicationListSchema = strict({
  items: Type.Array(
    strict({
      ...headSchema,
      state: Type.Unsafe<'current' | 'outdated' | 'replaced' | 'reverted'>({
        type: 'string',
        enum: ['current', 'outdated', 'replaced', 'reverted'],
        description:
          'outdated: neither replaced nor reverted, but the plan no longer says what it said of this session, so the programme is shown. Never of days that are over.',
      }),
      outcome: sessionAnswerSchema.properties.outcome,
      originalDurationSeconds: Type.Integer(),
      compressedDurationSeconds: Type.Integer(),
      appliedBy: Type.String(),
      appliedAt: momentSchema,
      endedBy: orNull(Type.String(), 'Who replaced or reverted it.'),
      endedAt: orNull(momentSchema, 'When it was replaced or reverted.'),
    }),
  ),
  nextCursor: orNull(Type.String(), 'null on the last page.'),
})

export const applicationListQuerySchema = strict({
  planId: planIdSchema,
  from: Type.Optional(daySchema('The first day of training, YYYY-MM-DD.')),
  to: Type.Optional(daySchema('The last day of training, YYYY-MM-DD.')),
  ...pageProperties('Applications'),
})

// No pattern: a malformed id is an application that does not exist (404), not a bad request.
export const applicationParametersSchema = Type.Object({ applicationId: Type.String() })
