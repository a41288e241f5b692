/**
 * `helm test`: one preview, answered within its minutes or honestly not.
 * Arguments: the service's address, plan id, target minutes, and --token-file=FILE or --subject=USER.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const [, url, planId, targetMinutes, caller = ''] = process.argv
const [option, value] = caller.split(/=(.*)/)
// The token never stands in an argument or a log.
const token =
  option === '--token-file'
    ? readFileSync(value, 'utf8')
    : execFileSync(process.execPath, ['dist/scripts/token.js', '--sub', value], { encoding: 'utf8' })

const response = await fetch(`${url}/api/v1/time-crunch/preview`, {
  method: 'POST',
  headers: { authorization: `Bearer ${token.trim()}`, 'content-type': 'application/json' },
  body: JSON.stringify({ planId, targetMinutes: Number(targetMinutes) }),
  signal: AbortSignal.timeout(30_000),
})
const answer = await response.json()
const { error, meetsTimeConstraint, compressedDurationSeconds, sessions = [] } = answer
process.stdout.write(
  `POST /api/v1/time-crunch/preview: ${response.status} ${error ?? ''} ` +
    `${sessions.length} sessions, ${compressedDurationSeconds} s, all fit: ${meetsTimeConstraint}\n`,
)
const articlesHeld = sessions.every(({ amendment }) => amendment.every(({ held }) => held))
process.exitCode = response.status === 200 && sessions.length > 0 && articlesHeld ? 0 : 1
