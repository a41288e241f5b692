/** The packages of the lock file: what ships with the service, and what is only needed to build and test it. */
import { readFileSync } from 'node:fs'

export interface LockedPackage {
  readonly name: string
  readonly version: string
  /** SPDX; undefined where the package says nothing. */
  readonly licence: string | undefined
  readonly integrity: string | undefined
  /** Whether it ships. */
  readonly isProduction: boolean
  /** Runs a script of its own when it is installed. */
  readonly hasInstallScript: boolean
  /** Not every machine gets it. */
  readonly isOptional: boolean
}

interface LockEntry {
  version?: string
  license?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  inBundle?: boolean
  link?: boolean
  hasInstallScript?: boolean
}

const lockFile = new URL('../../package-lock.json', import.meta.url)

/** Without those that come inside another package: they are covered by its integrity. */
export const lockedPackages = (text: string = readFileSync(lockFile, 'utf8')): LockedPackage[] => {
  const { packages } = JSON.parse(text) as { packages: Record<string, LockEntry> }
  return Object.entries(packages).flatMap(([path, entry]) =>
    path === '' || entry.link || entry.inBundle
      ? []
      : [
          {
            name: path.split('node_modules/').at(-1) ?? path,
            version: entry.version ?? '',
            licence: entry.license,
            integrity: entry.integrity,
            isProduction: entry.dev !== true,
            hasInstallScript: entry.hasInstallScript === true,
            isOptional: entry.optional === true,
          },
        ],
  )
}
