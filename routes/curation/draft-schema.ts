/** A movement draft as it is sent and as it is answered: shape and bounds. Words and rules are the domain's to check. */
import { type TSchema, Type } from '@fastify/type-provider-typebox'
import { movementPatterns } from '../../domain/movements/movement.ts'
import { idSchema } from '../schemas.ts'

const textSchema = Type.String({ minLength: 1, maxLength: 200 })

const orNull = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description })

const words = (maxItems: number, description: string) => Type.Array(textSchema, { maxItems, description })

const patternSchema = Type.Union(movementPatterns.map((pattern) => Type.Literal(pattern)))
const mechanicSchema = Type.Union([Type.Literal('compound'), Type.Literal('isolation')])
const levelSchema = Type.Union([
  Type.Literal('beginner'),
  Type.Literal('intermediate'),
  Type.Literal('advanced'),
])

const tagSchema = Type.String({
  pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  maxLength: 64,
  description: 'lower-case letters and digits, hyphens between them, at most 64',
})

const fields = {
  pattern: orNull(patternSchema, 'How the body moves; null while open.'),
  mechanic: orNull(mechanicSchema, 'null while open.'),
  level: orNull(levelSchema, 'null while open.'),
  equipment: orNull(textSchema, 'A word of the vocabulary or an alias; null while open.'),
  primaryMuscles: words(17, 'Words of the vocabulary or aliases; needed to submit.'),
  secondaryMuscles: words(17, 'Words of the vocabulary or aliases.'),
  station: orNull(idSchema, 'Where the lifter stands, when the equipment does not tell it.'),
  setupSeconds: orNull(Type.Integer({ minimum: 0, maximum: 900 }), 'Only where it is not the usual.'),
  aliases: words(30, 'Other names it goes by, the best known first.'),
  tags: Type.Array(tagSchema, { maxItems: 30, description: 'core-lift only for compound barbell lifts.' }),
}

const nameSchema = Type.String({ minLength: 1, maxLength: 200 })

export const draftProperties = {
  slug: Type.Optional(idSchema),
  name: nameSchema,
  pattern: Type.Optional(fields.pattern),
  mechanic: Type.Optional(fields.mechanic),
  level: Type.Optional(fields.level),
  equipment: Type.Optional(fields.equipment),
  primaryMuscles: Type.Optional(fields.primaryMuscles),
  secondaryMuscles: Type.Optional(fields.secondaryMuscles),
  station: Type.Optional(fields.station),
  setupSeconds: Type.Optional(fields.setupSeconds),
  aliases: Type.Optional(fields.aliases),
  tags: Type.Optional(fields.tags),
}

/** As it is answered: every field there. */
export const normalDraftProperties = { slug: idSchema, name: nameSchema, ...fields }
