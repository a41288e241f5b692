/** What the curation routes take and answer. */
import { type TProperties, Type } from '@fastify/type-provider-typebox'
import { draftFields } from '../../domain/curation/movement-draft.ts'
import { draftMoves, draftStatuses } from '../../domain/curation/status.ts'
import { named, pageProperties } from '../schemas.ts'
import { draftProperties, normalDraftProperties } from './draft-schema.ts'

const literals = <Word extends string>(words: readonly Word[], description: string) =>
  Type.Union(
    words.map((word) => Type.Literal(word)),
    { description },
  )

const statusSchema = literals(draftStatuses, 'Where the draft stands.')
const textOrNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const momentSchema = Type.String({ format: 'date-time' })
const versionSchema = Type.Integer({
  minimum: 1,
  description: 'Rises by one with every update and every move; also the ETag.',
})

export const commentSchema = Type.String({
  minLength: 1,
  maxLength: 2_000,
  pattern: '\\S',
  description: 'at least one character that is no space, at most 2,000 in all',
})

/** In a query string; what no text column can hold is found nowhere. */
const withoutNull = { pattern: '^[^\\0]+$', description: 'without U+0000' }

const personSchema = Type.String({ minLength: 1, maxLength: 256, description: 'The id of a user.' })

export const draftDocumentSchema = named(
  'MovementDraftDocument',
  Type.Object(draftProperties, { additionalProperties: false }),
)

const ignored = Type.Optional(Type.Unknown({ description: 'Read-only: accepted and ignored.' }))

const readOnly = {
  id: Type.String({ format: 'uuid' }),
  version: versionSchema,
  status: statusSchema,
  coreLift: Type.Boolean({ description: 'Whether it carries the tag core-lift.' }),
  authors: Type.Array(Type.String(), { description: 'Everybody who created or edited it.' }),
  submittedBy: textOrNull('Who put it up for review last.'),
  reviewerId: textOrNull('Who is asked to review it, or has.'),
  source: textOrNull('Where an imported draft came from.'),
  moves: Type.Array(literals(draftMoves, 'A move.'), { description: 'What its state allows now.' }),
  createdAt: momentSchema,
  updatedAt: momentSchema,
}

/** A draft as it was read, so that read → edit → write works. */
export const draftReplacementSchema = Type.Object(
  {
    ...draftProperties,
    ...Object.fromEntries(Object.keys({ ...readOnly, changesToLibrary: null }).map((key) => [key, ignored])),
  },
  { additionalProperties: false },
)

export const draftSchema = named('MovementDraft', Type.Object({ ...readOnly, ...normalDraftProperties }))

const changeSchema = Type.Object({
  field: literals(draftFields, 'The field that changed.'),
  from: Type.Unknown(),
  to: Type.Unknown(),
})

export const draftForReviewSchema = Type.Object({
  ...readOnly,
  ...normalDraftProperties,
  changesToLibrary: Type.Union([Type.Array(changeSchema), Type.Null()], {
    description: 'What publishing it would change in the library; null where it brings a new movement.',
  }),
})

const nextCursorSchema = textOrNull('null on the last page.')

export const draftListSchema = Type.Object({ items: Type.Array(draftSchema), nextCursor: nextCursorSchema })

export const pageQuerySchema = Type.Object(pageProperties('Entries'), { additionalProperties: false })

const searchSchema = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^[^\\0]+$',
    description: 'part of a slug, name or alias, without U+0000; case, accents and signs do not matter',
  }),
)

export const draftListQuerySchema = Type.Object(
  {
    ...pageProperties('Entries'),
    status: Type.Optional(statusSchema),
    search: searchSchema,
    tag: Type.Optional(Type.String({ ...withoutNull, minLength: 1, maxLength: 64 })),
    reviewer: Type.Optional(Type.String({ ...withoutNull, minLength: 1, maxLength: 256 })),
  },
  { additionalProperties: false },
)

// No pattern: a malformed id is a draft that does not exist (404), not a bad request.
export const draftParametersSchema = Type.Object({ id: Type.String() })

/** A move without a word is a move without a body. */
const optionalBody = <Properties extends TProperties>(properties: Properties) =>
  Type.Union([Type.Object(properties, { additionalProperties: false }), Type.Null()])

export const moveBodySchema = optionalBody({ comment: Type.Optional(commentSchema) })

export const submitBodySchema = optionalBody({
  comment: Type.Optional(commentSchema),
  reviewerId: Type.Optional(personSchema),
})

export const requestChangesBodySchema = Type.Object(
  { comment: commentSchema },
  { additionalProperties: false },
)

export const auditEntrySchema = named(
  'DraftAuditEntry',
  Type.Object({
    version: versionSchema,
    at: momentSchema,
    actorId: Type.String({ description: 'Who did it.' }),
    action: literals([...draftMoves, 'create', 'import', 'supersede'] as const, 'What was done.'),
    from: Type.Union([statusSchema, Type.Null()]),
    to: statusSchema,
    changes: Type.Array(changeSchema, { description: 'Field by field; of a publication, in the library.' }),
    comment: textOrNull('What they said to it.'),
  }),
)

export const auditPageSchema = Type.Object({
  items: Type.Array(auditEntrySchema, { description: 'The latest first.' }),
  nextCursor: nextCursorSchema,
})

export const librarySearchQuerySchema = Type.Object(
  { ...pageProperties('Entries'), search: searchSchema },
  { additionalProperties: false },
)

export const librarySearchSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      ...normalDraftProperties,
      coreLift: Type.Boolean({ description: 'Whether it carries the tag core-lift.' }),
      openDraftId: textOrNull('The draft of its next version, while there is one.'),
    }),
    { description: 'The published movements that the search finds.' },
  ),
  nextCursor: nextCursorSchema,
})
