/** What the feedback routes take and answer. */
import { Type } from '@fastify/type-provider-typebox'
import { daySchema, idSchema, named, pageProperties } from '../schemas.ts'

const rpeSchema = Type.Number({
  minimum: 1,
  maximum: 10,
  multipleOf: 0.5,
  description: 'RPE, 1 to 10 in half steps: 10 less the repetitions that were left.',
})

const doneSetSchema = named(
  'DoneSet',
  Type.Object(
    {
      reps: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
      seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 7200 })),
      load: Type.Optional(
        Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 200 })], {
          description: 'As in the plan document: kilograms, or text such as "45 lb", "bodyweight".',
        }),
      ),
      rpe: Type.Optional(rpeSchema),
    },
    { additionalProperties: false },
  ),
)

const doneSetsSchema = Type.Array(doneSetSchema, { maxItems: 30, description: 'Each set as it was done.' })

// No pattern on planId: a malformed id is a plan that does not exist (404), as in a path.
const reported = {
  planId: Type.String(),
  sessionId: idSchema,
  date: daySchema('The day of the training, YYYY-MM-DD.'),
  note: Type.Optional(Type.String({ maxLength: 2000 })),
}

export const rpeFeedbackSchema = Type.Object(
  {
    ...reported,
    exerciseId: idSchema,
    rpe: rpeSchema,
    targetRpe: Type.Optional(rpeSchema),
    sets: Type.Optional(doneSetsSchema),
  },
  { additionalProperties: false },
)

const setCountSchema = Type.Integer({ minimum: 0, maximum: 30 })

const doneExerciseProperties = {
  exerciseId: idSchema,
  completedSets: setCountSchema,
  sets: Type.Optional(doneSetsSchema),
}

const plannedSetsSchema = Type.Integer({
  minimum: 0,
  maximum: 30,
  description:
    'Working sets that were meant that day, such as those of a shortened session; else the plan’s.',
})

const readinessSchema = named(
  'Readiness',
  Type.Integer({
    minimum: 1,
    maximum: 5,
    description: 'Before the session: 1 not at all ready, 3 as usual, 5 fully.',
  }),
)

const durationSchema = Type.Integer({ minimum: 0, maximum: 86_400 })

export const performanceFeedbackSchema = Type.Object(
  {
    ...reported,
    exercises: Type.Array(
      Type.Object(
        { ...doneExerciseProperties, plannedSets: Type.Optional(plannedSetsSchema) },
        { additionalProperties: false },
      ),
      { maxItems: 30, description: 'What is left out is not reported; what was skipped has 0 sets.' },
    ),
    readiness: Type.Optional(readinessSchema),
    durationSeconds: Type.Optional(durationSchema),
  },
  { additionalProperties: false },
)

const programmedSetsSchema = Type.Integer({ description: 'Working sets in the plan, when it was reported.' })

const storedProperties = {
  id: Type.String({ format: 'uuid' }),
  version: Type.Integer({ minimum: 1, description: 'Rises by one each time the report is replaced.' }),
  planVersion: Type.Integer({ minimum: 1, description: 'Of the plan, when it was reported.' }),
  weekNumber: Type.Integer({ description: 'Of the session, when it was reported.' }),
  reportedBy: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' }),
}

const movementSchema = Type.Optional(
  Type.String({ description: 'What took its place that day, where equipment was not there.' }),
)

const storedRpeProperties = {
  movement: movementSchema,
  targetRpe: Type.Union([Type.Number(), Type.Null()], { description: 'null where no effort is aimed at.' }),
  targetFrom: Type.Union([Type.Literal('report'), Type.Literal('plan'), Type.Literal('role'), Type.Null()], {
    description: 'Whose word the target is; `role` is the default of core lifts or accessories.',
  }),
  plannedSets: plannedSetsSchema,
  programmedSets: programmedSetsSchema,
}

const storedExerciseSchema = Type.Object({
  ...doneExerciseProperties,
  movement: movementSchema,
  plannedSets: plannedSetsSchema,
  programmedSets: programmedSetsSchema,
})

export const storedRpeSchema = named(
  'RpeReport',
  Type.Object({
    kind: Type.Literal('rpe'),
    ...storedProperties,
    ...rpeFeedbackSchema.properties,
    ...storedRpeProperties,
  }),
)

export const storedPerformanceSchema = named(
  'PerformanceReport',
  Type.Object({
    kind: Type.Literal('performance'),
    ...storedProperties,
    ...performanceFeedbackSchema.properties,
    exercises: Type.Array(storedExerciseSchema),
  }),
)

export const feedbackPageSchema = Type.Object({
  items: Type.Array(Type.Union([storedRpeSchema, storedPerformanceSchema])),
  nextCursor: Type.Union([Type.String(), Type.Null()], { description: 'null on the last page.' }),
})

export const pageQuerySchema = Type.Object(pageProperties('Reports'), { additionalProperties: false })

export const feedbackParametersSchema = Type.Object({ planId: Type.String(), feedbackId: Type.String() })
