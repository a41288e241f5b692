/** What Time Crunch is asked and answers, as TypeBox schemas: they validate, serialise and document. */
import { type TSchema, Type } from '@sinclair/typebox'
import { amendmentDocumentSchema } from '../plans/amendment-schema.ts'
import { named } from '../schemas.ts'

/** A string out of a list, as one `enum`: quicker to write out than a union of literals. */
const oneOf = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...(description && { description }) })

const seconds = (description?: string) => Type.Integer({ ...(description && { description }) })
const strict = <T extends Record<string, TSchema>>(properties: T, description?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(description && { description }) })

export const targetMinutesSchema = Type.Integer({
  minimum: 15,
  maximum: 180,
  description: 'Minutes the athlete has for each session.',
})

export const planIdSchema = Type.String({ minLength: 1, maxLength: 64, description: 'Id of a plan.' })

export const previewRequestSchema = strict({
  planId: planIdSchema,
  targetMinutes: targetMinutesSchema,
  sessionIds: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
      minItems: 1,
      maxItems: 840,
      description: 'Only these sessions; duplicates count once. Not together with week.',
    }),
  ),
  week: Type.Optional(
    Type.Integer({
      minimum: 1,
      description: 'Only the sessions of this week. Not together with sessionIds.',
    }),
  ),
  unavailableEquipment: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
      maxItems: 50,
      description:
        'Equipment that is not there, in words of the vocabulary or aliases: what needs it is swapped for what does not.',
    }),
  ),
  /** To try instead of the saved one. */
  amendment: Type.Optional(amendmentDocumentSchema),
})

const setSchema = strict({
  reps: Type.Optional(Type.Unsafe<number | string>({ type: ['integer', 'string'] })),
  seconds: Type.Optional(Type.Integer()),
  load: Type.Optional(Type.Unsafe<number | string>({ type: ['number', 'string'] })),
  rpe: Type.Optional(Type.Number()),
  warmup: Type.Optional(Type.Boolean()),
  restSeconds: Type.Optional(Type.Integer()),
})

const roleSchema = oneOf(['core', 'accessory', 'warmup', 'cooldown', 'conditioning'])

const segmentSchema = named(
  'Segment',
  strict({
    id: Type.String(),
    order: Type.Integer({ description: '1, 2, 3 … in the order of the session.' }),
    kind: oneOf([
      'core_lift',
      'accessory_single',
      'accessory_superset',
      'accessory_block',
      'programmed_group',
      'warmup',
      'conditioning',
      'cooldown',
    ]),
    pairing: Type.Optional(
      oneOf(
        ['same_primary', 'antagonist', 'shared_synergist', 'non_competing'],
        'The class of the pair; of the worst pair in a block.',
      ),
    ),
    rounds: Type.Optional(Type.Integer()),
    roundRestSeconds: Type.Optional(
      Type.Integer({ description: 'The pause after each round but the last.' }),
    ),
    timing: strict(
      {
        setupSeconds: seconds(),
        workSeconds: seconds(),
        restSeconds: seconds(),
        totalSeconds: seconds(),
      },
      'Changeovers count as rest, ramps in work and rest.',
    ),
    exercises: Type.Array(
      strict({
        exerciseId: Type.String(),
        name: Type.String(),
        role: roleSchema,
        sets: Type.Array(setSchema, { description: 'The retained sets, ramp first with `warmup: true`.' }),
        restSeconds: seconds('The rest level in force.'),
      }),
    ),
  }),
)

const changeSchema = named(
  'ExerciseChange',
  strict({
    exerciseId: Type.String(),
    name: Type.String(),
    kinds: Type.Array(
      oneOf(
        ['kept', 'trimmed', 'paired', 'blocked', 'rest_shortened', 'ramp_cut', 'dropped', 'swapped'],
        'swapped: another movement, because equipment is not there; swaps tells more.',
      ),
    ),
    setsBefore: Type.Integer(),
    setsAfter: Type.Integer(),
    secondsSaved: seconds('Over a session they add up to its saving.'),
    valueLost: Type.Number({ description: 'Size value lost by this change alone.' }),
    reason: Type.String({ description: 'A sentence or two in plain English.' }),
    returnsAtMinutes: Type.Union([Type.Integer(), Type.Null()], {
      description: 'The smallest target from which on the exercise is fully restored; null if none.',
    }),
  }),
)

export const retainedSchema = {
  size: Type.Number({ description: 'Retained size stimulus (model): V / V programmed.' }),
  strength: Type.Number({ description: 'Retained strength stimulus (model): G / G programmed.' }),
}

const outcomeSchema = oneOf(['unchanged', 'compressed', 'unmet'])
const optimalitySchema = strict({
  proven: Type.Boolean(),
  gap: Type.Number({ description: '(upper bound − V) / V; 0 when proven.' }),
})

const swapSchema = named(
  'Swap',
  strict({
    exerciseId: Type.String(),
    outcome: oneOf(['swapped', 'left_out', 'kept'], 'kept: the coach’s word holds it in its place.'),
    from: Type.String({ description: 'Its name in the programme.' }),
    to: Type.Union([Type.String(), Type.Null()], { description: 'The movement in its place; null if none.' }),
    movement: Type.Union([Type.String(), Type.Null()], { description: 'The slug of that movement.' }),
    reason: Type.String({ description: 'In plain English.' }),
  }),
)

export const sessionAnswerSchema = named(
  'CrunchedSession',
  strict({
    sessionId: Type.String(),
    name: Type.String(),
    weekNumber: Type.Integer(),
    dayOfWeek: Type.Integer(),
    originalDurationSeconds: seconds(),
    compressedDurationSeconds: seconds(),
    meetsTimeConstraint: Type.Boolean(),
    outcome: outcomeSchema,
    minimumAchievableSeconds: seconds(
      'The shortest session that the articles allow, or the programme if shorter.',
    ),
    optimality: optimalitySchema,
    retained: strict({
      ...retainedSchema,
      muscles: Type.Array(strict({ muscle: Type.String(), before: Type.Number(), after: Type.Number() }), {
        description: 'Plain fractional sets.',
      }),
    }),
    segments: Type.Array(segmentSchema),
    changes: Type.Array(changeSchema),
    shortfall: Type.Optional(
      strict(
        {
          missingSeconds: seconds(),
          heldBy: Type.Array(
            strict({
              article: Type.String(),
              minimumSeconds: seconds('Without this article.'),
              reason: Type.String(),
            }),
          ),
        },
        'Only where the outcome is unmet: what is missing, and the articles that hold the minimum.',
      ),
    ),
    amendment: Type.Array(strict({ id: Type.String(), held: Type.Boolean() })),
    swaps: Type.Optional(
      Type.Array(swapSchema, {
        description:
          'Only where unavailableEquipment was sent. Everything else in the answer is about the swapped programme.',
      }),
    ),
  }),
)

export const strategySchema = oneOf([
  'unchanged',
  'core_only',
  'core_plus_accessory',
  'core_plus_superset',
  'core_plus_block',
  'core_plus_block_and_superset',
])

export const previewAnswerSchema = named(
  'Preview',
  strict({
    planId: Type.String(),
    planVersion: Type.Integer(),
    targetMinutes: Type.Integer(),
    originalDurationSeconds: seconds('Summed over the sessions.'),
    compressedDurationSeconds: seconds('Summed over the sessions.'),
    meetsTimeConstraint: Type.Boolean({ description: 'Whether every session is within the budget.' }),
    strategy: strategySchema,
    retained: strict(retainedSchema),
    sessions: Type.Array(sessionAnswerSchema),
  }),
)

export const frontierRequestSchema = strict({
  planId: planIdSchema,
  sessionId: Type.String({ minLength: 1, maxLength: 64, description: 'Id of a session of the plan.' }),
})

export const frontierAnswerSchema = strict({
  planId: Type.String(),
  planVersion: Type.Integer(),
  sessionId: Type.String(),
  steps: Type.Array(
    strict({
      fromMinutes: Type.Integer({ description: 'The step holds from this target on, up to the next one.' }),
      durationSeconds: seconds(),
      outcome: outcomeSchema,
      optimality: optimalitySchema,
      retained: strict(retainedSchema),
      changesSummary: Type.String({ description: 'One line in plain English.' }),
    }),
  ),
})

const parametersSchema = Type.Record(
  Type.String(),
  strict({ value: Type.Number(), unit: Type.String(), source: Type.String() }),
)

export const modelSchema = strict({
  version: Type.String(),
  articles: Type.Array(strict({ id: Type.String(), title: Type.String(), statement: Type.String() })),
  parameters: strict({
    clock: parametersSchema,
    stimulus: parametersSchema,
    compressor: parametersSchema,
  }),
})
