/** `npm run test:proof`: the proof of the compressor at its full size; takes some minutes. */
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(
  'npx',
  ['--no-install', 'tap', '--reporter=terse', '--timeout=3600', 'test/domain/compressor/proof.test.ts'],
  {
    stdio: 'inherit',
    env: { PROOF_SESSIONS: '5000', PROOF_PROGRAMS: '2000', ...process.env },
  },
)
process.exitCode = status ?? 1
