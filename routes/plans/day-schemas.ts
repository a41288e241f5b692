/** What is asked and answered about a day of training, and about a week's balance. */
import { type TSchema, Type } from '@fastify/type-provider-typebox'
import { daySchema, named } from '../schemas.ts'
import { sessionAnswerSchema } from '../time-crunch/schemas.ts'

const strict = <T extends Record<string, TSchema>>(properties: T, description?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(description && { description }) })
const orNull = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description })

// No patterns: a malformed id or week is one that does not exist (404), not a bad request.
export const sessionParametersSchema = Type.Object({ planId: Type.String(), sessionId: Type.String() })
export const weekParametersSchema = Type.Object({ planId: Type.String(), week: Type.String() })

export const dayQuerySchema = strict({
  date: Type.Optional(daySchema('The day of the training, YYYY-MM-DD; today (UTC) when left out.')),
})

export const weekQuerySchema = strict({
  from: Type.Optional(
    daySchema(
      'The Monday of a calendar week: only what was applied to its days counts. Left out, it is the latest application of each session, whatever its day.',
    ),
  ),
})

const applicationIdSchema = Type.String({ format: 'uuid' })

export const daySessionSchema = named(
  'DaySession',
  strict({
    date: Type.String({ format: 'date' }),
    planId: Type.String(),
    planVersion: Type.Integer({ description: 'Of the plan as it stands.' }),
    applicationId: orNull(applicationIdSchema, 'What is shown was applied; null: it is the programme.'),
    outdated: orNull(
      strict({
        applicationId: applicationIdSchema,
        planVersion: Type.Integer({ description: 'Of the plan, when it was applied.' }),
        targetMinutes: Type.Integer(),
      }),
      'What was applied to this day, not yet over, before the plan changed what it says of this session; it is not shown.',
    ),
    session: strict(
      {
        ...sessionAnswerSchema.properties,
        minimumAchievableSeconds: Type.Optional(
          Type.Integer({ description: 'Only of an applied session: the shortest that the articles allow.' }),
        ),
      },
      'What to do that day. The programme has the form of an unchanged answer, without changes to list.',
    ),
  }),
)

const setsSchema = {
  planned: Type.Number({ description: 'Fractional sets as programmed.' }),
  applied: Type.Number({ description: 'Fractional sets with what was applied.' }),
}

export const balanceSchema = named(
  'WeekBalance',
  strict({
    planId: Type.String(),
    planVersion: Type.Integer(),
    week: Type.Integer(),
    from: orNull(Type.String({ format: 'date' }), 'The Monday that was asked for.'),
    to: orNull(Type.String({ format: 'date' }), 'The Sunday after it.'),
    minimum: strict({ value: Type.Number(), unit: Type.String(), source: Type.String() }),
    muscles: Type.Array(
      strict({
        muscle: Type.String(),
        ...setsSchema,
        plannedUnderFour: Type.Boolean({ description: 'The plan itself gives the muscle less than four.' }),
        underFour: Type.Boolean({ description: 'With what was applied the muscle gets less than four.' }),
      }),
      { description: 'All muscles, in alphabetical order.' },
    ),
    cardio: strict(setsSchema, 'Conditioning: no muscle, no minimum.'),
    sessions: Type.Array(
      strict({
        sessionId: Type.String(),
        name: Type.String(),
        dayOfWeek: Type.Integer(),
        applied: orNull(
          strict({
            applicationId: applicationIdSchema,
            date: Type.String({ format: 'date' }),
            targetMinutes: Type.Integer(),
          }),
          'null: done as programmed.',
        ),
        dropped: Type.Array(
          strict({
            exerciseId: Type.String(),
            name: Type.String(),
            setsBefore: Type.Integer(),
            setsAfter: Type.Integer(),
          }),
          { description: 'The exercises that lost sets; nothing has to be made up for.' },
        ),
      }),
    ),
  }),
)
