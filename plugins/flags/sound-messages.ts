/**
 * Keeps flag data of the wrong shape from the SDK. It takes broken JSON for trouble that passes; JSON that is not what it
 * expects makes it throw where nobody can catch it, and would end the process.
 */
import type { LDOptions } from '@launchdarkly/node-server-sdk'
import { type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { FlagSchema, SegmentSchema, withoutNulls } from './flag-data-schema.ts'

/** What a poll is answered with, and what the first message of a stream brings. */
const EverythingSchema = Type.Object({
  flags: Type.Record(Type.String(), FlagSchema),
  segments: Type.Optional(Type.Record(Type.String(), SegmentSchema)),
})
const PutSchema = Type.Object({ data: EverythingSchema })
const PathSchema = Type.Object({ path: Type.String() })

/** What is told of by patches, by the beginning of their path. */
const patched: readonly (readonly [path: string, TSchema])[] = [
  ['/flags/', FlagSchema],
  ['/segments/', SegmentSchema],
]

/** Null and absent are the same to the SDK inside a flag, but not in the place of one. */
const lacksItems = ({ flags, segments }: Record<string, unknown>): boolean =>
  [flags, segments].some((items) => Object.values(items ?? {}).includes(null))

const isSound = (event: string, text: string): boolean => {
  const message: unknown = JSON.parse(text, withoutNulls)
  if (event === 'poll') return Value.Check(EverythingSchema, message) && !lacksItems(JSON.parse(text))
  if (event === 'put') return Value.Check(PutSchema, message) && !lacksItems(JSON.parse(text).data)
  if (!Value.Check(PathSchema, message)) return false
  const schema = patched.find(([beginning]) => message.path.startsWith(beginning))?.[1]
  return event === 'delete' || schema === undefined || Value.Check(Type.Object({ data: schema }), message)
}

/** JSON that breaks off: the SDK reports it, keeps what it has, and goes on. */
const brokenMessage = '{'

/** The message as it came, or a broken one where the SDK would not survive it. */
export const soundMessage = (event: string, text: string): string => {
  try {
    return isSound(event, text) ? text : brokenMessage
  } catch {
    return brokenMessage
  }
}

interface StreamEvent {
  readonly data?: string
}

interface EventSource {
  addEventListener(event: string, listen: (message: StreamEvent) => void): void
}

interface Polled {
  text(): Promise<string>
}

interface Requests {
  createEventSource(...parts: never[]): EventSource
  fetch(url: string, options?: { readonly method?: string }): Promise<Polled>
}

const guardStreams = (requests: Requests): void => {
  const open = requests.createEventSource.bind(requests)
  requests.createEventSource = (...parts) => {
    const source = open(...parts)
    const listenTo = source.addEventListener.bind(source)
    source.addEventListener = (event, listen) =>
      listenTo(event, (message) => {
        const text = message?.data
        listen(text === undefined ? message : { ...message, data: soundMessage(event, text) })
      })
    return source
  }
}

const guardPolls = (requests: Requests): void => {
  const ask = requests.fetch.bind(requests)
  requests.fetch = async (url, options) => {
    const answer = await ask(url, options)
    // What is posted are analytics events; nobody reads what is said to them.
    if (options?.method !== 'GET') return answer
    const read = answer.text.bind(answer)
    answer.text = async () => soundMessage('poll', await read())
    return answer
  }
}

/**
 * The SDK's option of the same name, which asks for a source of data of one's own: it gives none, so that the SDK makes its
 * own, but first takes hold of what that one reads. Should the SDK change this, `test/fixed/malformed-flag-data.test.ts` fails.
 */
export const guardedUpdates = (({ platform }: { readonly platform: { readonly requests: Requests } }) => {
  guardStreams(platform.requests)
  guardPolls(platform.requests)
  return undefined
}) as unknown as NonNullable<LDOptions['updateProcessor']>
