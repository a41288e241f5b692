/** What ships besides our own code: allowed licences, digests in the lock file, no script that runs at installation. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { isAllowedLicence, productionFaults, reviewedInstallScripts } from '../../scripts/licences/allowed.ts'
import { lockedPackages } from '../../scripts/licences/locked-packages.ts'

const root = new URL('../../', import.meta.url)
const packages = lockedPackages()
const production = packages.filter(({ isProduction }) => isProduction)

t.test('everything that ships may ship', async (t) => {
  t.ok(production.length > 50 && production.length < packages.length, 'the lock file could be read')
  t.strictSame(productionFaults(packages), [])
})

t.test('the reviewed install scripts are still there, and none runs in the container', async (t) => {
  const withScript = production.filter(({ hasInstallScript }) => hasInstallScript)
  t.strictSame(withScript.map(({ name }) => name).sort(), Object.keys(reviewedInstallScripts).sort())
  const dockerfile = await readFile(new URL('Dockerfile', root), 'utf8')
  const installs = dockerfile.match(/npm (?:ci|install)[^\n]*/g) ?? []
  t.ok(installs.length > 0)
  for (const install of installs) t.match(install, '--ignore-scripts')
})

t.test('package-lock.json locks what package.json asks for', async (t) => {
  const read = async (file: string) => JSON.parse(await readFile(new URL(file, root), 'utf8'))
  const manifest = await read('package.json')
  const lock = await read('package-lock.json')
  t.equal(lock.lockfileVersion, 3)
  t.strictSame(lock.packages[''].dependencies, manifest.dependencies)
  t.strictSame(lock.packages[''].devDependencies, manifest.devDependencies)
  t.strictSame(
    packages.filter(({ integrity, isOptional }) => integrity === undefined && !isOptional),
    [],
    'what every machine installs has a digest',
  )
})

t.test('nothing that ships comes from outside the registry', async (t) => {
  const { dependencies } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'))
  for (const [name, range] of Object.entries<string>(dependencies)) t.match(range, /^[\^~]?\d/, name)
})

t.test('packages that may not ship are found', async (t) => {
  const entry = { version: '1.0.0', license: 'MIT', integrity: 'sha512-a' }
  const lock = (changes: object) =>
    lockedPackages(JSON.stringify({ packages: { '': {}, 'node_modules/a': { ...entry, ...changes } } }))
  t.strictSame(productionFaults(lock({})), [])
  t.strictSame(productionFaults(lock({ license: 'GPL-3.0-only', dev: true })), [], 'it does not ship')
  t.strictSame(productionFaults(lock({ license: 'GPL-3.0-only' })), ['a 1.0.0: licence GPL-3.0-only'])
  t.strictSame(productionFaults(lock({ license: undefined })), ['a 1.0.0: licence unknown'])
  for (const integrity of [undefined, 'sha1-a']) {
    t.strictSame(productionFaults(lock({ integrity })), ['a 1.0.0: not locked by a sha512 digest'])
  }
  t.match(productionFaults(lock({ hasInstallScript: true })), [/an install script that nobody has reviewed/])
})

t.test('SPDX expressions', async (t) => {
  for (const good of ['MIT', '(MIT OR GPL-2.0-only)', 'GPL-2.0-only OR Apache-2.0', 'MIT AND ISC']) {
    t.ok(isAllowedLicence(good), good)
  }
  const bad = [
    '',
    'GPL-3.0-only',
    'MIT AND GPL-2.0-only',
    'SEE LICENSE IN FILE',
    'UNLICENSED',
    '(MIT) OR (X)',
  ]
  for (const expression of bad) t.notOk(isAllowedLicence(expression), expression)
})

t.test('the script says how many there are of which, and ends with 0', async (t) => {
  const script = fileURLToPath(new URL('scripts/licences.ts', root))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import=tsx', script], {
    encoding: 'utf8',
    cwd: root,
  })
  t.equal(status, 0, stderr)
  t.match(stdout, /^ +\d+ {2}MIT$/m)
})
