/** `tsx scripts/licences.ts`: the licences of what ships, by count, and whatever may not; exit 1 if there is any. */
import { productionFaults } from './licences/allowed.ts'
import { lockedPackages } from './licences/locked-packages.ts'

const packages = lockedPackages()
const counts = new Map<string, number>()
for (const { licence = 'unknown' } of packages.filter(({ isProduction }) => isProduction)) {
  counts.set(licence, (counts.get(licence) ?? 0) + 1)
}
for (const [licence, count] of [...counts].sort(([one], [other]) => one.localeCompare(other))) {
  console.log(`${String(count).padStart(5)}  ${licence}`)
}
const faults = productionFaults(packages)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
