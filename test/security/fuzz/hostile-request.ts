/** Requests for an operation that have gone wrong somewhere: in the path, the query, the headers or the body. */
import fc, { type Arbitrary } from 'fast-check'
import type { Operation } from './contract-operations.ts'
import {
  bodyOf,
  encode,
  encodeButPlaceholders,
  type FuzzRequest,
  leadsAstray,
  parametersIn,
  pathOf,
  recordOf,
  validRequest,
} from './fuzz-request.ts'
import { hostilePayload } from './hostile-payload.ts'
import { hostileText } from './hostile-values.ts'

const rawPieces = ['%zz', '%', '%00', '%ff%fe', '%c0%ae', '%2e%2e%2f', '..', '', '*', ';a=1', '%0d%0aa:b']

const hostilePath: Arbitrary<string> = fc.oneof(
  hostileText.map(encode),
  fc.constantFrom(...rawPieces),
  fc.constantFrom(100, 1_900, 5_000).map((length) => 'a'.repeat(length)),
)

/** In the forms of the lists' own cursors, with what no page has given. */
const forgedCursor: Arbitrary<string> = fc
  .oneof(
    fc
      .tuple(fc.constantFrom('name', 'word', 'similar', 0), fc.integer(), hostileText, hostileText)
      .map((parts) => JSON.stringify(parts)),
    // About the last day of the calendar, the last of JavaScript, and beyond.
    fc
      .tuple(fc.constantFrom(0n, 253_402_300_800_000n, 8_640_000_000_000_000n, 10n ** 17n, -1n), fc.uuid())
      .map((parts) => parts.join(':')),
    fc.constantFrom(-1, 0, 1, 999_999_999, 2 ** 31).map((version) => `v${version}`),
  )
  .map((text) => Buffer.from(text).toString('base64url'))

const hostileQueryValue: Arbitrary<string> = fc.oneof(
  hostileText.map(encode),
  forgedCursor,
  fc.constantFrom('%', '%zz', '%ff', '&&', '=', '1&limit=2'),
)

const oddNames = ['__proto__', 'constructor', 'constructor[prototype][a]', 'limit[]', '', '%zz', 'a%00']

/** Of the parameters that there are, or that nobody would name so. */
const hostilePair = (names: readonly string[]): Arbitrary<string> =>
  fc
    .oneof(
      ...names.map((name) =>
        fc.tuple(fc.constant(name), name === 'cursor' ? forgedCursor : hostileQueryValue),
      ),
      fc.tuple(fc.constantFrom('limit', 'cursor', ...oddNames), hostileQueryValue),
    )
    .map((pair) => pair.join('='))

/** One parameter of the query replaced, or put beside the others. */
const withHostileQuery = (url: string, pair: string): string => {
  const [path = '', query = ''] = url.split('?', 2)
  const [name = ''] = pair.split('=', 1)
  const others = query.split('&').filter((other) => other !== '' && !other.startsWith(`${name}=`))
  return `${path}?${[...others, pair].join('&')}`
}

const hostileHeaders: Arbitrary<Record<string, string>> = fc.oneof(
  fc
    .constantFrom('if-match', 'idempotency-key', 'x-request-id', 'accept', 'accept-version', 'range')
    .chain((name) =>
      fc
        .oneof(
          fc.constantFrom('', '*', '""', 'W/"1"', '"1", "2"', '"1', '1', '"\u00ff"', ','.repeat(2_000)),
          fc.string({ unit: 'binary-ascii', maxLength: 300 }),
        )
        .map((value) => ({ [name]: value.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, ' ') })),
    ),
  fc.constantFrom<Record<string, string>[]>(
    { 'x-http-method-override': 'DELETE' },
    { 'x-forwarded-for': '127.0.0.1, ::1, nonsense' },
    { 'x-original-url': '/api/internal/curation/movements', 'x-rewrite-url': '/metrics' },
    { expect: '100-continue' },
    { 'transfer-encoding': 'identity' },
  ),
)

/** A valid request with one part gone wrong: its body more often than its address. */
export const hostileRequest = (operation: Operation): Arbitrary<FuzzRequest> => {
  const pathParameters = parametersIn(operation, 'path')
  const names = parametersIn(operation, 'query').map(({ name }) => name)
  const valid = validRequest(operation)
  const wrongPath = fc
    .tuple(valid, recordOf(pathParameters, encodeButPlaceholders), fc.nat(), hostilePath)
    .map(([request, path, which, hostile]) => {
      const spoiled = pathParameters[which % pathParameters.length]?.name ?? ''
      const values = { ...path, [spoiled]: hostile }
      return { ...request, url: pathOf(operation, values), isAstray: leadsAstray(Object.values(values)) }
    })
  const wrongQuery = fc
    .tuple(valid, fc.array(hostilePair(names), { minLength: 1, maxLength: 2 }))
    .map(([request, pairs]) => ({ ...request, url: pairs.reduce(withHostileQuery, request.url) }))
  const wrongHeaders = fc
    .tuple(valid, hostileHeaders)
    .map(([request, headers]) => ({ ...request, headers: { ...request.headers, ...headers } }))
  // Without a documented body one is sent all the same.
  const body = operation.body === undefined ? fc.constant({ a: [1] }) : bodyOf(operation)
  const wrongBody = fc
    .tuple(valid, hostilePayload(body))
    .map(([request, payload]) => ({ ...request, payload }))
  return fc.oneof(
    { weight: operation.body === undefined ? 1 : 8, arbitrary: wrongBody },
    { weight: pathParameters.length === 0 ? 0 : 2, arbitrary: wrongPath },
    { weight: 1 + names.length, arbitrary: wrongQuery },
    { weight: 1, arbitrary: wrongHeaders },
  )
}
