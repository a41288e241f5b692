/** Who may do what over the REST API, and in which form it has to be asked: strict, so that a slip shows here first. */
import type { IncomingMessage } from 'node:http'

/** An answer that is a refusal. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export interface RestTokens {
  /** May read and write. */
  token: string
  /** May read. */
  readerToken: string
}

const semanticPatchType = 'application/json; domain-model=launchdarkly.semanticpatch'
const apiVersion = '20240415'

export const checkAccess = (
  { headers, method }: IncomingMessage,
  { token, readerToken }: RestTokens,
): void => {
  const { authorization } = headers
  if (authorization !== token && authorization !== readerToken) throw new Refusal(401, 'Invalid access token')
  if (headers['ld-api-version'] !== apiVersion) throw new Refusal(400, 'LD-API-Version is missing')
  if (method !== 'PATCH') return
  if (headers['content-type'] !== semanticPatchType) throw new Refusal(400, 'not a semantic patch')
  if (authorization === readerToken) throw new Refusal(403, 'Access to the requested resource was denied')
}
