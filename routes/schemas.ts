/** Schemas that several resources share. */
import { type TSchema, Type } from '@fastify/type-provider-typebox'
import { type ProblemCode, problemCatalogue } from '../problems.ts'

/** Ids in plan documents: sessions, exercises, movements. */
const idPattern = '^[a-z0-9][a-z0-9_-]{0,63}$'

export const idSchema = Type.String({
  pattern: idPattern,
  description: 'Lower-case letters, digits, hyphens and underscores; at most 64; a letter or digit first.',
})

const codes = Object.keys(problemCatalogue) as ProblemCode[]

/** The answer to everything that goes wrong (RFC 9457). */
/**
 * Gives a schema the name that it has in the contract: clients get one type of it, however many answers hold it. One name is
 * one content.
 */
export const named = <Schema extends TSchema>(title: string, schema: Schema): Schema => ({ ...schema, title })

export const problemSchema = Type.Object(
  {
    type: Type.String({ format: 'uri-reference' }),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String({ description: 'What went wrong this time, for people.' }),
    instance: Type.String({ description: 'The path of the request.' }),
    error: Type.Union(
      codes.map((code) => Type.Literal(code)),
      { description: 'What went wrong, for programs: stable.' },
    ),
    requestId: Type.String({ description: 'Also in the x-request-id header.' }),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          path: Type.String({ description: 'JSON Pointer into what was sent.' }),
          message: Type.String(),
          nearest: Type.Optional(
            Type.Object(
              {},
              { additionalProperties: true, description: 'A request that is possible instead.' },
            ),
          ),
        }),
        { description: 'Every fault that was found, up to 100.' },
      ),
    ),
  },
  { description: 'What went wrong (RFC 9457).' },
)

export const noContentSchema = Type.Null({ description: 'Done; there is nothing to say.' })

export const ifMatchSchema = Type.Object({
  'if-match': Type.Optional(
    Type.String({ description: 'The ETag that was read, such as "3"; * for whatever is there.' }),
  ),
})

// Text, parsed by the route: the validator converts nothing, in a query string as little as in a body.
/** What a list takes besides its own filters. */
export const pageProperties = (rows: string) => ({
  limit: Type.Optional(
    Type.String({
      pattern: '^(?:[1-9][0-9]?|100)$',
      description: `${rows} a page, 1 to 100; 20 when left out.`,
    }),
  ),
  cursor: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'nextCursor of the page before.' }),
  ),
})

/** A calendar day; only its form, that there is such a day is the route's to check. */
export const daySchema = (description: string) =>
  Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description })
