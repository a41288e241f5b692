/** What no client of good will sends: wrong types, numbers beyond every bound, text that breaks, keys that bite. */
import fc, { type Arbitrary } from 'fast-check'

/** Stands for lists in lists, deeper than JSON.stringify could write them; `withDeepLists` puts them there. */
const deepLists = 'lists in lists'
const depth = 20_000

export const withDeepLists = (text: string): string =>
  text.replaceAll(JSON.stringify(deepLists), () => `${'['.repeat(depth)}${']'.repeat(depth)}`)

const hostileNumbers = [0, -0, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, -(2 ** 63), 181, 14, 1e21]

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00a',
  '\uFEFF',
  '\u202Egpj',
  '\n\r\t',
  'null',
  'NaN',
  '-0',
  '1e999',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "' or 1=1 --",
  '"; drop table plans; --',
  '%00',
  '../../../etc/passwd',
  '{{7*7}}',
  '<script>alert(1)</script>',
  'a'.repeat(10_000),
  '💪'.repeat(3_000),
  'é'.normalize('NFD').repeat(500),
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '+275760-09-13',
]

/** Keys that reach into prototypes where objects are built carelessly; `__proto__` as an own property. */
const hostileObjects: unknown[] = [
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  { toString: 1, valueOf: null, hasOwnProperty: [] },
  JSON.parse('{"then":true}'),
  { length: 1e9 },
  { toJSON: 'x' },
  { '': '' },
  { [`${'k'.repeat(5_000)}`]: 1 },
]

export const hostileText: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

export const hostileValue: Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileNumbers) },
  { weight: 3, arbitrary: hostileText },
  fc.constantFrom(null, true, false, [], {}, [null], [[]], [{}]),
  fc.constantFrom(...hostileObjects),
  fc.constantFrom<unknown>(deepLists, { a: deepLists }, [[[[[[[[[[1]]]]]]]]]]),
  fc.constantFrom(100, 20_000).map((length) => Array.from({ length }, (_, index) => index)),
  fc.constantFrom(50, 2_000).map((length) => Array.from({ length }, () => ({}))),
  fc
    .constantFrom(200, 5_000)
    .map((length) => Object.fromEntries(Array.from({ length }, (_, index) => [`key-${index}`, index]))),
  fc.jsonValue(),
)

/** Keys to add where none is expected. */
export const hostileKey: Arbitrary<string> = fc.oneof(
  fc.constantFrom('constructor', 'prototype', 'toString', 'length', '', '$ref', '__defineGetter__'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
