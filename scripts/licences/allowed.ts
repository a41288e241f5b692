/** What may ship: licences that ask for no more than their notice, and install scripts that somebody has read. */
import type { LockedPackage } from './locked-packages.ts'

export const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]

/** By package: what its script does, and why the service does without it. None is run in the container. */
export const reviewedInstallScripts: Readonly<Record<string, string>> = {
  esbuild: 'Puts its program in place of a starter; without it the starter finds the program itself.',
}

/** An SPDX expression is allowed where one side of every OR, and both of every AND, are. */
export const isAllowedLicence = (expression: string | undefined): boolean => {
  const bare = expression?.replace(/^\((.*)\)$/, '$1').trim() ?? ''
  if (bare.includes('(')) return false
  return bare
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => allowedLicences.includes(name.trim())))
}

/** A sentence for every package that may not ship as it is. */
export const productionFaults = (packages: readonly LockedPackage[]): string[] =>
  packages
    .filter(({ isProduction }) => isProduction)
    .flatMap(({ name, version, licence, integrity, hasInstallScript }) => [
      ...(isAllowedLicence(licence) ? [] : [`${name} ${version}: licence ${licence ?? 'unknown'}`]),
      ...(integrity?.startsWith('sha512-') ? [] : [`${name} ${version}: not locked by a sha512 digest`]),
      ...(hasInstallScript && !Object.hasOwn(reviewedInstallScripts, name)
        ? [`${name} ${version}: an install script that nobody has reviewed`]
        : []),
    ])
