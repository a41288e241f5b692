/** One request to the REST API: bounded in time and attempts, and answered with JSON that has been checked. */
import type { Static, TSchema } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { fetchFault } from '../fetch-fault.ts'
import { exitCodes, RolloutError } from '../rollout-error.ts'
import { faultOf, type Place } from './faults.ts'
import { defaultRetryLimits, type RetryLimits, retryDelayMs } from './retry-delay.ts'

export interface SenderOptions {
  readonly uri: string
  readonly token: string
  readonly place: Place
  readonly sleep: (ms: number) => Promise<unknown>
  readonly nowMs: () => number
  readonly random: () => number
  /** For one attempt. */
  readonly timeoutMs?: number
  readonly retries?: RetryLimits
}

export interface ApiRequest<Schema extends TSchema> {
  readonly path: string
  readonly answer: Schema
  /** A semantic patch; a GET without it. */
  readonly patch?: object
}

const apiVersion = '20240415'

const checked = <Schema extends TSchema>(schema: Schema, text: string): Static<Schema> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new RolloutError(exitCodes.launchDarkly, 'What answered is not LaunchDarkly: it sent no JSON')
  }
  if (Value.Check(schema, value)) return value
  const [first] = Value.Errors(schema, value)
  throw new RolloutError(
    exitCodes.launchDarkly,
    `LaunchDarkly's answer is not of the form that is known: ${first?.path ?? ''} ${first?.message ?? ''}`,
  )
}

export const createSender = (options: SenderOptions) => {
  const { uri, token, place, sleep, nowMs, random } = options
  const { timeoutMs = 10_000, retries = defaultRetryLimits } = options

  const attempt = (path: string, patch: object | undefined): Promise<Response> =>
    fetch(`${uri.replace(/\/+$/, '')}/api/v2/${path}`, {
      method: patch === undefined ? 'GET' : 'PATCH',
      // Without "Bearer": that is LaunchDarkly's way.
      headers: {
        authorization: token,
        'ld-api-version': apiVersion,
        ...(patch && { 'content-type': 'application/json; domain-model=launchdarkly.semanticpatch' }),
      },
      ...(patch && { body: JSON.stringify(patch) }),
      // A redirect would take the token along.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })

  return async <Schema extends TSchema>({
    path,
    answer,
    patch,
  }: ApiRequest<Schema>): Promise<Static<Schema>> => {
    for (let number = 1; ; number += 1) {
      const outcome = await attempt(path, patch).then(
        async (response) => ({ response, text: await response.text() }),
        (error: unknown) => ({ cause: fetchFault(error, timeoutMs) }),
      )
      if ('response' in outcome && outcome.response.ok) return checked(answer, outcome.text)
      const answered = 'response' in outcome ? outcome.response : undefined
      const made = { number, ...(answered && { status: answered.status, headers: answered.headers }) }
      const delayMs = retryDelayMs(made, retries, nowMs(), random())
      if (delayMs === undefined) {
        if ('response' in outcome) throw faultOf(outcome.response.status, outcome.text, place)
        throw new RolloutError(exitCodes.launchDarkly, `LaunchDarkly can't be reached: ${outcome.cause}`)
      }
      await sleep(delayMs)
    }
  }
}
