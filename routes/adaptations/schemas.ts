/** What the adaptation routes take and answer. */
import { Type } from '@fastify/type-provider-typebox'
import { idSchema, named } from '../schemas.ts'

const nullable = <Schema extends ReturnType<typeof Type.Number | typeof Type.String>>(
  schema: Schema,
  description: string,
) => Type.Union([schema, Type.Null()], { description })

const dayOrNull = (description: string) => nullable(Type.String(), description)

export const evidenceSchema = named(
  'Evidence',
  Type.Object(
    {
      rpeReports: Type.Integer(),
      performanceReports: Type.Integer(),
      medianDeviation: nullable(Type.Number(), 'Median of reported RPE less its target.'),
      slopePerWeek: nullable(Type.Number(), 'Theil–Sen slope of that difference, RPE a week.'),
      completion: nullable(Type.Number(), 'Sets done of those planned, 0 to 1.'),
      readiness: nullable(Type.Number(), 'Median, 1 to 5; of the plan as a whole.'),
      from: dayOrNull('First day of these reports.'),
      to: dayOrNull('Last day of these reports.'),
    },
    { description: 'null where nothing was reported that would tell.' },
  ),
)

const valueSchema = Type.Union([Type.Number(), Type.String(), Type.Boolean()])

const changeSchema = Type.Object({
  weekNumber: Type.Integer(),
  sessionId: nullable(Type.String(), 'null for what belongs to the week.'),
  exerciseId: nullable(Type.String(), 'null for what belongs to the week.'),
  field: Type.Union(
    [Type.Literal('sets'), Type.Literal('rpe'), Type.Literal('deload'), Type.Literal('exercise')],
    {
      description:
        '`sets`: working sets; `rpe`: of the hardest set; `deload`: the week’s mark; `exercise`: its name.',
    },
  ),
  before: valueSchema,
  after: valueSchema,
})

const proposalSchema = named(
  'AdaptationProposal',
  Type.Object({
    id: Type.String({ description: 'The same for the same change of the same values.' }),
    kind: Type.Union(
      ['hold' as const, 'add_set' as const, 'cut_set' as const, 'deload' as const, 'swap' as const].map(
        (kind) => Type.Literal(kind),
      ),
    ),
    target: Type.Object(
      {
        name: Type.String(),
        exerciseId: Type.Optional(idSchema),
        weekNumber: Type.Optional(Type.Integer()),
      },
      { description: 'A lift, by exercise id, or a week.' },
    ),
    reason: Type.String({ description: 'Plain words.' }),
    evidence: evidenceSchema,
    confidence: Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'How far the reports carry it: their number, agreement and freshness. Not a probability.',
    }),
    needsCoach: Type.Boolean({ description: 'Only the plan’s coach or an admin may apply it.' }),
    changes: Type.Array(changeSchema, { description: 'What applying it would change; empty for a hold.' }),
    replacement: Type.Optional(
      Type.Object(
        { movement: Type.String(), name: Type.String(), reasons: Type.Array(Type.String()) },
        { description: 'What a swap brings in.' },
      ),
    ),
  }),
)

const verdictSchema = Type.Union(
  [
    Type.Literal('too_hard'),
    Type.Literal('left_undone'),
    Type.Literal('too_easy'),
    Type.Literal('on_target'),
    Type.Literal('unknown'),
  ],
  { description: '`unknown`: fewer than three reports.' },
)

const verdictCountSchema = Type.Integer({ minimum: 0 })

export const adaptationsSchema = named(
  'Adaptations',
  Type.Object({
    planId: Type.String({ format: 'uuid' }),
    planVersion: Type.Integer({ minimum: 1 }),
    generatedFrom: Type.Object({
      rpeReports: Type.Integer(),
      performanceReports: Type.Integer(),
      judgedExercises: Type.Integer({ description: 'Lifts with reports enough to be judged.' }),
      from: dayOrNull('Earliest report that was looked at.'),
      to: dayOrNull('Latest report.'),
      latestWeek: Type.Union([Type.Integer(), Type.Null()], {
        description: 'The latest week with feedback: nothing in it or before it is changed.',
      }),
      weeksToChange: Type.Array(Type.Integer(), { description: 'The weeks after it.' }),
    }),
    analysis: Type.Object({
      plan: evidenceSchema,
      exercises: Type.Array(
        Type.Object({
          exerciseId: idSchema,
          name: Type.String(),
          verdict: verdictSchema,
          evidence: evidenceSchema,
        }),
      ),
      muscles: Type.Array(
        Type.Object({
          muscle: Type.String(),
          evidence: evidenceSchema,
          verdicts: Type.Object(
            {
              too_hard: verdictCountSchema,
              left_undone: verdictCountSchema,
              too_easy: verdictCountSchema,
              on_target: verdictCountSchema,
            },
            { description: 'Lifts with it as a primary muscle, by verdict.' },
          ),
        }),
      ),
    }),
    proposals: Type.Array(proposalSchema),
  }),
)

export const applySchema = Type.Object(
  {
    proposalIds: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
      minItems: 1,
      maxItems: 500,
      description: 'Ids of proposals as they were read; one that stands twice counts once.',
    }),
  },
  { additionalProperties: false },
)
