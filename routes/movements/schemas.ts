/** What the movement routes take and answer. */
import { Type } from '@fastify/type-provider-typebox'
import { movementPatterns } from '../../domain/movements/movement.ts'
import { named } from '../schemas.ts'

const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], description })

export const movementProperties = {
  slug: Type.String({ description: 'Fixed for good: what `movement` in a plan names.' }),
  name: Type.String(),
  pattern: oneOf(movementPatterns, 'How the body moves.'),
  mechanic: oneOf(['compound', 'isolation'], 'Whether several joints work, or one.'),
  primaryMuscles: Type.Array(Type.String()),
  secondaryMuscles: Type.Array(Type.String()),
  equipment: Type.String(),
  level: oneOf(['beginner', 'intermediate', 'advanced'], 'Who can do it well.'),
  station: Type.Optional(
    Type.String({ description: 'What the lifter occupies, where the equipment does not tell.' }),
  ),
  setupSeconds: Type.Optional(Type.Integer({ description: 'Where it is not the default of its station.' })),
  coreLift: Type.Boolean({ description: 'Core in a plan that names the slug and gives no role.' }),
  aliases: Type.Array(Type.String(), { description: 'Other names that it is found by.' }),
  tags: Type.Array(Type.String()),
}

const movementSummarySchema = named('MovementSummary', Type.Object(movementProperties))

/** A movement by itself. */
export const movementSchema = named(
  'Movement',
  Type.Object({
    ...movementProperties,
    version: Type.Integer({ minimum: 1, description: 'Rises by one with every publication; also the ETag.' }),
  }),
)

// Text, parsed by the route: the validator converts nothing in a query string.
const limitSchema = (most: number, usual: number) =>
  Type.Optional(
    Type.String({
      pattern: most === 100 ? '^(?:[1-9][0-9]?|100)$' : '^(?:[1-9]|[1-4][0-9]|50)$',
      description: `1 to ${most}; ${usual} when left out.`,
    }),
  )

const words = (what: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: `${what}; several with commas.` }))

export const defaultAlternatives = 10

export const movementListQuerySchema = Type.Object(
  {
    search: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'Name or alias, or a part of one. Case, accents, signs and small mistakes do not matter. Best matches first.',
      }),
    ),
    muscle: words('Trains one of these as a main muscle: words of the vocabulary or aliases'),
    equipment: words('Needs one of these: words of the vocabulary or aliases'),
    pattern: words(`Moves in one of these ways: ${movementPatterns.join(', ')}`),
    limit: limitSchema(100, 20),
    cursor: Type.Optional(
      Type.String({ minLength: 1, maxLength: 1_000, description: 'nextCursor of the page before.' }),
    ),
  },
  { additionalProperties: false },
)

export const movementListSchema = Type.Object({
  items: Type.Array(movementSummarySchema),
  nextCursor: Type.Union([Type.String(), Type.Null()], { description: 'null on the last page.' }),
})

// No pattern: a malformed slug is a movement that does not exist.
export const movementParametersSchema = Type.Object({ slug: Type.String() })

export const alternativesQuerySchema = Type.Object(
  {
    equipment: words('Only what needs one of these: words of the vocabulary or aliases'),
    limit: limitSchema(50, defaultAlternatives),
  },
  { additionalProperties: false },
)

export const alternativesSchema = Type.Object({
  slug: Type.String({ description: 'The movement that is to be replaced.' }),
  items: Type.Array(
    Type.Object({
      movement: movementSummarySchema,
      points: Type.Integer({ description: 'How near it comes, 100 for a twin; for comparing only.' }),
      reasons: Type.Array(Type.String(), { description: 'Plain sentences, the weightiest first.' }),
    }),
    { description: 'The best first.' },
  ),
})
