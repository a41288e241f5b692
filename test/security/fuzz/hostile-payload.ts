/** A body gone wrong: in its structure, then perhaps in its letters, its bytes and what it says it is. */
import fc, { type Arbitrary } from 'fast-check'
import { hostileKey, hostileValue, withDeepLists } from './hostile-values.ts'
import { placesOf, valueAt, withValueAt } from './json-places.ts'

export interface Payload {
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, string>>
}

const json = { 'content-type': 'application/json' }
export const payloadOf = (value: unknown): Payload => ({
  bytes: Buffer.from(withDeepLists(JSON.stringify(value))),
  headers: json,
})

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One place is taken away, replaced, or gets company. */
const wrongStructure = (value: unknown): Arbitrary<unknown> =>
  fc.constantFrom(...placesOf(value)).chain((place) => {
    const found = valueAt(value, place)
    return fc.oneof(
      { weight: 4, arbitrary: hostileValue.map((hostile) => withValueAt(value, place, hostile)) },
      fc.constant(withValueAt(value, place, undefined)),
      fc
        .tuple(hostileKey, hostileValue)
        .map(([key, hostile]) =>
          isObject(found) ? withValueAt(value, place, { ...found, [key]: hostile }) : hostile,
        ),
      fc.constantFrom(2, 40, 600).map((times) =>
        Array.isArray(found) && found.length > 0
          ? withValueAt(
              value,
              place,
              Array.from({ length: times }, (_, index) => found[index % found.length]),
            )
          : withValueAt(value, place, [found]),
      ),
    )
  })

/** JSON that no JSON.stringify writes. */
const wrongText = (text: string): Arbitrary<string> =>
  fc.oneof(
    fc.nat(text.length).map((end) => text.slice(0, end)),
    fc.constantFrom(
      '',
      ' ',
      'null',
      'undefined',
      'NaN',
      '{',
      '"',
      '{}{}',
      `\uFEFF${text}`,
      `${text},`,
      `[${text}`,
      `{"a":1,}`,
      "{'a':1}",
      '{"__proto__":{"polluted":true}}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      '{"\\u005f\\u005fproto\\u005f\\u005f":{"polluted":true}}',
      '['.repeat(200_000),
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
      '"\\ud800"',
      '{"name":"\\u0000"}',
      '1e99999',
      '-',
      '"\t"',
      `"${'a'.repeat(1_200_000)}"`,
    ),
    // Every member once more, with another value: the last one counts, or none does.
    fc
      .constantFrom('null', '1', '""', '[]', '{}')
      .map((other) => text.replaceAll(/"(\w+)":/g, (member) => `${member}${other},${member}`)),
    fc.constant(text.replaceAll(/\d+/g, (digits) => `${digits}e400`)),
    fc.constant(text.replaceAll(/\d+/g, (digits) => `${digits}${'0'.repeat(400)}`)),
    fc.constant(text.replaceAll(/"/g, '\\"')),
  )

const wrongBytes = (text: string): Arbitrary<Buffer> =>
  fc.oneof(
    fc.constant(Buffer.from(text, 'utf16le')),
    fc.constant(Buffer.from(text, 'latin1')),
    fc.constant(Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0xfe, 0xc0, 0x80])])),
    fc.constant(Buffer.from(text.replace(/"(\w)/, '"\u0001$1'))),
    fc.constant(Buffer.concat([Buffer.from('"'), Buffer.alloc(50_000, 0xc3), Buffer.from('"')])),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  )

const wrongLabels: Readonly<Record<string, string>>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data; boundary=a' },
  { 'content-type': 'application/xml' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'application/json;' },
  { 'content-type': 'application/merge-patch+json' },
  { 'content-type': 'APPLICATION/JSON' },
  { 'content-type': '' },
  { 'content-type': ';;;=' },
  { 'content-type': '__proto__/constructor' },
  { 'content-type': `application/${'j'.repeat(4_000)}` },
  { ...json, 'content-encoding': 'gzip' },
  { ...json, 'content-length': '1' },
  {},
]

export const hostilePayload = (valid: Arbitrary<unknown>): Arbitrary<Payload> =>
  valid.chain((value) => {
    const text = JSON.stringify(value)
    const labelled = (bytes: Buffer): Payload => ({ bytes, headers: json })
    return fc.oneof(
      { weight: 6, arbitrary: wrongStructure(value).map((wrong) => payloadOf(wrong ?? null)) },
      { weight: 2, arbitrary: wrongText(text).map((wrong) => labelled(Buffer.from(wrong))) },
      wrongBytes(text).map(labelled),
      fc.constantFrom(...wrongLabels).map((headers) => ({ bytes: Buffer.from(text), headers })),
    )
  })
