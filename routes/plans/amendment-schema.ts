/** The amendment as it is sent: shape and bounds. Contradictions are the domain's to find. */
import { Type } from '@fastify/type-provider-typebox'
import { idSchema, named } from '../schemas.ts'

const mostEntries = 500

export const prioritySchema = Type.Union([Type.Literal('high'), Type.Literal('normal'), Type.Literal('low')])

const setFloorSchema = Type.Integer({ minimum: 1, maximum: 10 })

const amendmentProperties = {
  coreSetFloor: Type.Integer({
    minimum: 1,
    maximum: 10,
    description: 'A core lift never falls under this many sets, or all it had.',
  }),
  coreSetCap: Type.Union([setFloorSchema, Type.Null()], {
    description: 'Most sets of a core lift in a compressed session, 1 to 10; null is no cap.',
  }),
  maxStations: Type.Integer({
    minimum: 0,
    maximum: 3,
    description: 'Most distinct stations that a new group may occupy.',
  }),
  allowSupersets: Type.Boolean({ description: 'Whether accessories may be paired.' }),
  allowBlocks: Type.Boolean({ description: 'Whether three accessories may be done in rounds.' }),
  allowSameMusclePairs: Type.Boolean({ description: 'Whether a new group may share a primary muscle.' }),
  allowCoreSwaps: Type.Boolean({
    description:
      'Whether core lifts, and what is grouped with one, may be swapped where equipment is not there.',
  }),
  bufferSeconds: Type.Integer({
    minimum: 0,
    maximum: 600,
    description: 'Seconds kept free at the end of every session.',
  }),
  accessorySetFloor: Type.Integer({
    minimum: 1,
    maximum: 10,
    description: 'An accessory that stays keeps at least this many sets, or all it had.',
  }),
  priorities: Type.Record(idSchema, prioritySchema, {
    maxProperties: mostEntries,
    additionalProperties: false,
    description: 'Exercise id → priority; overrides what the exercise says.',
  }),
  pinned: Type.Array(
    Type.Object(
      { exerciseId: idSchema, minSets: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })) },
      { additionalProperties: false },
    ),
    { maxItems: mostEntries, description: 'Exercises that stay, with at least minSets sets (default: all).' },
  ),
  banned: Type.Array(idSchema, {
    maxItems: mostEntries,
    description: 'Exercises taken out of every session.',
  }),
  neverPair: Type.Array(Type.Array(idSchema, { maxItems: 10 }), {
    maxItems: mostEntries,
    description: '[a]: never in any new group; [a, b]: never together.',
  }),
}

/** With every default filled in, as it is read. */
export const amendmentSchema = named(
  'Amendment',
  Type.Object(amendmentProperties, { additionalProperties: false }),
)

/** What is left out has its default. */
export const amendmentDocumentSchema = named(
  'AmendmentDocument',
  Type.Partial(amendmentSchema, { additionalProperties: false }),
)
