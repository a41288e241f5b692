/**
 * `npm ci` refuses a lock file that leaves out the packages of other platforms, and npm leaves out those that the registry
 * at hand does not have. Where this fails after an `npm install`: take their entries back from the last commit.
 */
import t from 'tap'
import { readText } from './read-workflows.ts'

interface Locked {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(readText('package-lock.json'))

/** As node looks it up: in the folder of who needs it, else further up. */
const isLocked = (name: string, from: string): boolean => {
  if (`${from && `${from}/`}node_modules/${name}` in packages) return true
  if (from === '') return false
  return isLocked(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))))
}

t.test('every optional package is locked, whatever its platform', async (t) => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(name, from))
      .map((name) => `${name} of ${from}`),
  )
  t.strictSame(missing, [])
  t.ok(isLocked('@biomejs/cli-darwin-arm64', 'node_modules/@biomejs/biome'))
  t.notOk(isLocked('@biomejs/cli-plan9', 'node_modules/@biomejs/biome'))
})

t.test('no registry is named', async (t) => {
  t.notMatch(readText('package-lock.json'), /"resolved": "http/)
})
