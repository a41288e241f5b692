/** `npm run test:fuzz`: the fuzzing of every operation at its full size, from a new seed, which is printed to replay it. */
import { spawnSync } from 'node:child_process'

const seed = process.env.FUZZ_SEED ?? String(Date.now() % 2 ** 31)
console.log(`FUZZ_SEED=${seed}`)
const { status } = spawnSync(
  'npx',
  ['--no-install', 'tap', '--reporter=terse', '--timeout=7200', 'test/security/fuzz/fuzz.test.ts'],
  { stdio: 'inherit', env: { FUZZ_RUNS: '2000', ...process.env, FUZZ_SEED: seed } },
)
process.exitCode = status ?? 1
