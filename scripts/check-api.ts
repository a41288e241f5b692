/**
 * `npm run check:api`: the committed contract is the one that the code generates, is well made, and breaks no client of
 * the last release.
 */
import { type ApiChange, canCompare, compareContracts } from './check-api/breaking-changes.ts'
import { lintContract } from './check-api/lint-contract.ts'
import { currentContract, releasedContract } from './check-api/released-contract.ts'
import { runTests } from './run-tests.ts'

const changeLine = ({ operation, text, rule }: ApiChange): string => `  ${operation}: ${text} (${rule})`

const inStep = async (): Promise<boolean> => {
  const { failed } = await runTests(['test/plugins/openapi'], (line) => console.log(line))
  if (failed > 0) console.log('  openapi.json is not what the code says: npm run openapi')
  return failed === 0
}

const wellMade = (): boolean => {
  const problems = lintContract()
  for (const { pointer, message, rule } of problems) console.log(`  ${pointer}: ${message} (${rule})`)
  return problems.length === 0
}

const breaksNobody = async (): Promise<boolean> => {
  const { file, contract } = releasedContract()
  console.log(`  against ${file}`)
  if (!(await canCompare())) {
    console.log(`  oasdiff has no program for ${process.platform} ${process.arch} here`)
    return false
  }
  const { passed, breaking, doubtful } = await compareContracts(contract, currentContract())
  for (const change of breaking) console.log(changeLine(change))
  if (doubtful.length > 0) console.log('  may surprise clients, but breaks none that keep to the contract:')
  for (const change of doubtful) console.log(changeLine(change))
  if (!passed) console.log('  raise the major version (apiVersion, package.json), or take the change back')
  return passed
}

const checks: readonly [name: string, check: () => boolean | Promise<boolean>][] = [
  ['generated = committed', inStep],
  ['lint', wellMade],
  ['breaking changes', breaksNobody],
]

let failed = 0
for (const [name, check] of checks) {
  console.log(`${name} …`)
  const passed = await check()
  console.log(`${name}: ${passed ? 'ok' : 'failed'}`)
  if (!passed) failed += 1
}
process.exitCode = failed === 0 ? 0 : 1
console.log(`${checks.length - failed} passed, ${failed} failed`)
