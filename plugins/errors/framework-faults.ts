/** What Fastify and the database report, in the catalogue's terms. Unknown faults are ours: 500. */
import type { FastifyError } from 'fastify'
import { ProblemError } from '../../problems.ts'
import { databaseFault } from './database-faults.ts'
import type { ProblemContent } from './problem-document.ts'

type Translate = (error: FastifyError, bodyLimitBytes: number) => ProblemContent

const invalid =
  (detail: string): Translate =>
  () => ({ code: 'invalid_request', detail })

const translations: Record<string, Translate> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (_, limit) => ({
    code: 'payload_too_large',
    detail: `The body may hold at most ${limit} bytes`,
  }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => ({
    code: 'unsupported_media_type',
    detail: 'Send the body as application/json',
  }),
  FST_ERR_CTP_EMPTY_JSON_BODY: invalid('The body is empty, but its media type says JSON'),
  FST_ERR_CTP_INVALID_JSON_BODY: invalid('The body is not valid JSON, or holds a forbidden key'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: invalid('The body is not as long as Content-Length says'),
  FST_ERR_BAD_URL: invalid('The path is not a valid URL path'),
  FST_ERR_MAX_PARAM_LENGTH: () => ({ code: 'not_found', detail: 'A part of the path is too long' }),
  FST_ERR_HANDLER_TIMEOUT: () => ({ code: 'overloaded', detail: 'The answer took too long; try again' }),
}

const ofFastify = (error: FastifyError): boolean =>
  typeof error.code === 'string' && error.code.startsWith('FST_')

/** `undefined` for whatever nobody has foreseen. */
export const problemContent = (error: unknown, bodyLimitBytes: number): ProblemContent | undefined => {
  if (error instanceof ProblemError) {
    const { code, message, errors, headers } = error
    return { code, detail: message, errors, headers }
  }
  if (!(error instanceof Error)) return undefined
  const fault = error as FastifyError
  const translation = Object.hasOwn(translations, fault.code ?? '') ? translations[fault.code] : undefined
  if (translation) return translation(fault, bodyLimitBytes)
  const ofTheDatabase = databaseFault(error)
  if (ofTheDatabase) return ofTheDatabase
  const isClientFault = ofFastify(fault) && (fault.statusCode ?? 500) < 500
  return isClientFault ? { code: 'invalid_request', detail: 'The request cannot be understood' } : undefined
}
