/** Schemas that several resources share. */
import { Type } from '@fastify/type-provider-typebox'
import { type ProblemCode, problemCatalogue } from '../problems.ts'

/** Ids in plan documents: sessions, exercises, movements. */
const idPattern = '^[a-z0-9][a-z0-9_-]{0,63}$'

export const idSchema = Type.String({
  pattern: idPattern,
  description: 'Lower-case letters, digits, hyphens and underscores; at most 64; a letter or digit first.',
})

const codes = Object.keys(problemCatalogue) as ProblemCode[]

/** The answer to everything that goes wrong (RFC 9457). */
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
        }),
        { description: 'Every fault that was found, up to 100.' },
      ),
    ),
  },
  { description: 'What went wrong (RFC 9457).' },
)
