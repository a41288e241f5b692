/** `npm run test:faults`: everything that is broken on purpose, at full size: a hundred rounds of `kill -9`. */
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(
  'npx',
  ['--no-install', 'tap', '--jobs=1', '--reporter=terse', '--timeout=3600', 'test/faults/**/*.test.ts'],
  { stdio: 'inherit', env: { FAULT_ROUNDS: '100', ...process.env } },
)
process.exitCode = status ?? 1
