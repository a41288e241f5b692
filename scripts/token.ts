/** `npm run token -- --sub ID --roles a,b`: prints a token for the JWT_SECRET in force. */
import { parseArgs } from 'node:util'
import { ConfigError, loadConfig } from '../config.ts'
import { roles as knownRoles } from '../plugins/auth/claims.ts'
import { signToken } from '../plugins/auth/sign-token.ts'

const usage = `Usage: npm run token -- --sub ID [--roles athlete,coach,curator,admin] [--expires-in 1h]

Prints a token for JWT_SECRET, JWT_ISSUER and JWT_AUDIENCE as the service would read them.
  --sub         whom the token speaks for
  --roles       divided by commas; default athlete
  --expires-in  a number with s, m, h or d; default 1h
  --help        this text`

const unitSeconds: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 }

const lifetimeSeconds = (text: string): number => {
  const [, amount, unit] = /^([1-9]\d{0,5})([smhd])$/.exec(text) ?? []
  if (!amount || !unit)
    throw new Error(`--expires-in: found ${JSON.stringify(text)}, expected such as 30m, 1h or 7d`)
  return Number(amount) * (unitSeconds[unit] ?? 0)
}

const rolesOf = (text: string): string[] => {
  const words = text.split(',').map((word) => word.trim())
  const unknown = words.find((word) => !knownRoles.some((known) => known === word))
  if (unknown === undefined) return words
  throw new Error(`--roles: found ${JSON.stringify(unknown)}, expected ${knownRoles.join(', ')}`)
}

const readArguments = () =>
  parseArgs({
    options: {
      sub: { type: 'string' },
      roles: { type: 'string', default: 'athlete' },
      'expires-in': { type: 'string', default: '1h' },
      help: { type: 'boolean', default: false },
    },
  }).values

const run = (): string => {
  const { sub, roles, 'expires-in': expiresIn, help } = readArguments()
  if (help) return usage
  if (!sub) throw new Error('--sub: found nothing, expected the id of a user')
  const config = loadConfig(process.env)
  if (config.jwtSecret === undefined) {
    const why = config.jwtJwksUrl
      ? 'only the issuer behind JWT_JWKS_URL can sign'
      : 'set the one the service has'
    throw new ConfigError('JWT_SECRET', 'nothing', `a secret; ${why}`)
  }
  return signToken({
    secret: config.jwtSecret,
    issuer: config.jwtIssuer,
    audience: config.jwtAudience,
    subject: sub,
    roles: rolesOf(roles),
    issuedAtSeconds: Math.floor(Date.now() / 1_000),
    lifetimeSeconds: lifetimeSeconds(expiresIn),
  })
}

try {
  console.log(run())
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
