/** What the generator takes and answers. */
import { type Static, Type } from '@fastify/type-provider-typebox'
import { explanationTopics } from '../../domain/generator/explanation.ts'
import { experiences, goals, progressions } from '../../domain/generator/intent.ts'
import { planProperties } from '../plans/plan-document-schema.ts'
import { planSchema } from '../plans/schemas.ts'

const literals = <Word extends string>(words: readonly Word[], description: string) =>
  Type.Union(
    words.map((word) => Type.Literal(word)),
    { description },
  )

const wordsSchema = (maxItems: number, description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems, description })

const seedSchema = Type.Union(
  [
    Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }),
    Type.String({ minLength: 1, maxLength: 200 }),
  ],
  { description: 'Same seed, intent and library: same plan. 1 when left out; 7 and "7" are one seed.' },
)

const intentProperties = {
  goal: literals(goals, 'What the plan is for.'),
  experience: literals(experiences, 'How long and how well the athlete has trained.'),
  daysPerWeek: Type.Integer({ minimum: 1, maximum: 7 }),
  minutesPerSession: Type.Integer({
    minimum: 15,
    maximum: 180,
    description: 'No session is longer by the clock of Time Crunch.',
  }),
  equipment: wordsSchema(
    50,
    'Words of the vocabulary, or aliases such as bodyweight, bands, db. The own body is always there.',
  ),
  limitations: Type.Optional(
    wordsSchema(
      100,
      'What to stay away from: muscles (also as helpers), patterns (squat, hinge, …) or movements by slug or name.',
    ),
  ),
  priorities: Type.Optional(wordsSchema(17, 'Muscles that get more than the others.')),
  weeks: Type.Optional(Type.Integer({ minimum: 1, maximum: 60, description: '12 when left out.' })),
  progression: Type.Optional(literals(progressions, 'How the weeks change; linear when left out.')),
  deloadEvery: Type.Optional(
    Type.Union([Type.Integer({ minimum: 3, maximum: 16 }), Type.Null()], {
      description:
        'Every how many weeks one is a deload, 3 to 16; null for never. When left out: 8 for beginners, 6, 5 for the advanced.',
    }),
  ),
  seed: Type.Optional(seedSchema),
  name: Type.Optional(planProperties.name),
}

export const generateRequestSchema = Type.Object(
  {
    ...intentProperties,
    save: Type.Optional(
      Type.Boolean({ description: 'true: store the plan for the caller, as POST /plans does.' }),
    ),
  },
  { additionalProperties: false },
)

export type GenerateRequest = Static<typeof generateRequestSchema>

const explanationSchema = Type.Object({
  topic: literals(explanationTopics, 'What it is about.'),
  subject: Type.Optional(Type.String({ description: "A movement's slug, a muscle or a pattern." })),
  session: Type.Optional(Type.String({ description: 'The session, by the name that all weeks give it.' })),
  text: Type.String({ description: 'One or two plain sentences.' }),
})

const muscleWeekSchema = Type.Object({
  muscle: Type.String(),
  sets: Type.Number({ description: 'Fractional sets: 1 for a primary, 0.5 for a secondary muscle.' }),
  minimum: Type.Number({ description: '0 where none is asked for: helpers, and all muscles in a deload.' }),
  maximum: Type.Number(),
  state: literals(['within', 'under', 'over'], 'Against the range; under is explained in explanations.'),
})

const aboutPlan = {
  explanations: Type.Array(explanationSchema),
  weeklySets: Type.Array(
    Type.Object({
      weekNumber: Type.Integer(),
      phase: Type.String(),
      deload: Type.Boolean(),
      muscles: Type.Array(muscleWeekSchema),
    }),
    { description: 'What every muscle gets in every week, muscles to avoid left out.' },
  ),
  seed: seedSchema,
}

export const generatedPlanSchema = Type.Object({
  plan: Type.Object(planProperties, {
    additionalProperties: false,
    description: 'A plan document, ready for POST /plans.',
  }),
  ...aboutPlan,
})

export const savedPlanSchema = Type.Object({ plan: planSchema, ...aboutPlan })
