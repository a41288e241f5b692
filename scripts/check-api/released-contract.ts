/** The contract of the last release: the highest version in `contracts/`. */
import { readdirSync, readFileSync } from 'node:fs'

export interface Contract {
  readonly openapi: string
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, object>>
}

const root = new URL('../../', import.meta.url)
const fileForm = /^openapi-v(\d+)\.(\d+)\.(\d+)\.json$/

const numbersOf = (name: string): number[] => (fileForm.exec(name) ?? []).slice(1).map(Number)

const compare = (one: readonly number[], other: readonly number[]): number =>
  one.map((number, place) => number - (other[place] ?? 0)).find((difference) => difference !== 0) ?? 0

/** Of names such as `openapi-v0.10.0.json`; undefined where there is none. */
export const latestOf = (names: readonly string[]): string | undefined =>
  names
    .filter((name) => fileForm.test(name))
    .sort((one, other) => compare(numbersOf(one), numbersOf(other)))
    .at(-1)

const read = (path: string): Contract => JSON.parse(readFileSync(new URL(path, root), 'utf8'))

export const currentContract = (): Contract => read('openapi.json')

export const releasedContract = (): { file: string; contract: Contract } => {
  const name = latestOf(readdirSync(new URL('contracts/', root)))
  if (name === undefined) throw new Error('contracts/ has no contract of a release')
  return { file: `contracts/${name}`, contract: read(`contracts/${name}`) }
}
