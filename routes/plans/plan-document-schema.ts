/**
 * The plan document as it is sent: shape and bounds (docs/plans.md). What needs more than one field, or a grammar, is
 * the domain's to check, with better sentences.
 */
import { Type } from '@fastify/type-provider-typebox'
import { idSchema, named } from '../schemas.ts'
import { amendmentDocumentSchema, prioritySchema } from './amendment-schema.ts'

const text = (maxLength: number, description?: string) =>
  Type.String({ minLength: 1, maxLength, ...(description !== undefined && { description }) })
const nameSchema = text(200)
const longTextSchema = Type.String({ maxLength: 2000 })
const restSchema = Type.Integer({ minimum: 0, maximum: 900, description: 'Seconds.' })

const repsSchema = Type.Union([Type.Integer(), Type.String({ maxLength: 200 })], {
  description: '8 | "8-12" | "5+" | "AMRAP"; repetitions from 1 to 100.',
})
const loadSchema = Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 200 })], {
  description: 'Kilograms as a number from 0 to 2000, or text such as "70%", "20 kg", "45 lb", "bodyweight".',
})

const prescription = {
  reps: Type.Optional(repsSchema),
  seconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 7200 })),
  load: Type.Optional(loadSchema),
  rpe: Type.Optional(Type.Number({ minimum: 1, maximum: 10 })),
  restSeconds: Type.Optional(restSchema),
}

const setSchema = named(
  'PlanSet',
  Type.Object({ ...prescription, warmup: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
)

const musclesSchema = Type.Array(text(200), {
  maxItems: 30,
  description: 'Words of the vocabulary, or aliases such as back, abs, quads.',
})

const stationSchema = Type.String({
  pattern: '^[a-z0-9][a-z0-9_:-]{0,63}$',
  description: 'What the lifter must occupy, a slug such as "rack", "cable", "machine:leg-press", or "none".',
})

const exerciseSchema = named(
  'PlanExercise',
  Type.Object(
    {
      id: Type.Optional(idSchema),
      name: nameSchema,
      movement: Type.Optional(idSchema),
      role: Type.Optional(
        Type.Union([
          Type.Literal('core'),
          Type.Literal('accessory'),
          Type.Literal('warmup'),
          Type.Literal('cooldown'),
          Type.Literal('conditioning'),
        ]),
      ),
      priority: Type.Optional(prioritySchema),
      pinned: Type.Optional(Type.Boolean()),
      minSets: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: 'Implies pinned.' })),
      primaryMuscles: Type.Optional(musclesSchema),
      secondaryMuscles: Type.Optional(musclesSchema),
      equipment: Type.Optional(text(200)),
      mechanic: Type.Optional(Type.Union([Type.Literal('compound'), Type.Literal('isolation')])),
      station: Type.Optional(stationSchema),
      group: Type.Optional(text(200, 'Neighbours that share a label are done in rounds.')),
      perSide: Type.Optional(Type.Boolean()),
      tempo: Type.Optional(
        text(200, '3 or 4 parts of digits or X, such as "3-1-1-0"; a part is at most 30.'),
      ),
      sets: Type.Union(
        [Type.Integer({ minimum: 1, maximum: 20 }), Type.Array(setSchema, { minItems: 1, maxItems: 28 })],
        {
          description: 'How many working sets, or each set: at most 20 working and 8 warm-up sets.',
        },
      ),
      ...prescription,
      setupSeconds: Type.Optional(restSchema),
      notes: Type.Optional(longTextSchema),
    },
    { additionalProperties: false },
  ),
)

const sessionSchema = named(
  'PlanSession',
  Type.Object(
    {
      id: Type.Optional(idSchema),
      name: nameSchema,
      dayOfWeek: Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday.' }),
      exercises: Type.Array(exerciseSchema, { maxItems: 30 }),
    },
    { additionalProperties: false },
  ),
)

const microcycleSchema = named(
  'Microcycle',
  Type.Object(
    {
      weekNumber: Type.Integer({ minimum: 1, maximum: 1000 }),
      name: Type.Optional(nameSchema),
      phase: Type.Optional(nameSchema),
      deload: Type.Optional(Type.Boolean()),
      sessions: Type.Array(sessionSchema, { maxItems: 14 }),
    },
    { additionalProperties: false },
  ),
)

/** Everything but the amendment, which is a resource of its own once the plan exists. */
export const planProperties = {
  name: nameSchema,
  description: Type.Optional(longTextSchema),
  coachId: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 256,
      pattern: '^[^\\u0000-\\u001f\\u007f]*$',
      description: 'The user (`sub`) who coaches this plan.',
    }),
  ),
  microcycles: Type.Array(microcycleSchema, { maxItems: 60 }),
}

export const planDocumentSchema = named(
  'PlanDocument',
  Type.Object(
    { ...planProperties, amendment: Type.Optional(amendmentDocumentSchema) },
    { additionalProperties: false },
  ),
)
