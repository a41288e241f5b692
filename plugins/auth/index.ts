/** Bearer tokens: `app.authenticate` lets nobody pass without a valid one, and `request.user` says who it is. */
import jwt, { type FastifyJWTOptions } from '@fastify/jwt'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { problem } from '../../problems.ts'
import { type Caller, callerOf, clockToleranceSeconds } from './claims.ts'
import { createPublicKeys, publicKeyAlgorithms, type TokenHeader } from './public-keys.ts'
import { VerifiedTokens } from './verified-tokens.ts'

export interface AuthOptions {
  /** HS256, at least 32 bytes; unused where the issuer publishes its keys. */
  secret?: string | undefined
  /** Where the issuer publishes its keys (JWKS). */
  keysUrl?: string | undefined
  issuer: string
  audience: string
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    /** After `app.authenticate`. Where that has not run, a request may have no user at all. */
    user: Caller
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    /** An onRequest hook: 401 for whoever has no valid token. */
    authenticate: (request: FastifyRequest) => Promise<void>
    /** Finds out who calls, once a request, and refuses nobody: undefined is a caller without a valid token. */
    identify: (request: FastifyRequest) => Promise<Caller | undefined>
  }
  interface FastifyRequest {
    identification: Promise<Caller | undefined> | null
  }
}

interface DecodedToken {
  header: TokenHeader
}

type Keys = Pick<FastifyJWTOptions, 'secret' | 'decode'> & {
  algorithms: ('HS256' | 'RS256' | 'ES256' | 'EdDSA')[]
  /** What tokens are verified with now: another object, other keys. */
  inForce: () => Promise<object | undefined>
}

const keysOf = ({ secret, keysUrl }: AuthOptions): Keys => {
  if (keysUrl !== undefined) {
    const publicKeys = createPublicKeys(keysUrl)
    return {
      secret: {
        public: (_: FastifyRequest, token: object) => publicKeys.keyOf((token as DecodedToken).header),
      },
      decode: { complete: true },
      algorithms: [...publicKeyAlgorithms],
      inForce: publicKeys.inForce,
    }
  }
  if (secret === undefined) throw new Error('Tokens need a secret or the address of a key set')
  const inForce = Promise.resolve({ secret })
  return { secret, algorithms: ['HS256'], inForce: () => inForce }
}

const auth = async (app: FastifyInstance, options: AuthOptions): Promise<void> => {
  const { algorithms, inForce, ...keys } = keysOf(options)
  await app.register(jwt, {
    ...keys,
    verify: {
      algorithms,
      allowedIss: options.issuer,
      allowedAud: options.audience,
      // allowedIss and allowedAud alone let a token pass that lacks the claim.
      requiredClaims: ['iss', 'aud', 'exp'],
      clockTolerance: clockToleranceSeconds * 1_000,
    },
  })
  app.decorateRequest('identification', null)

  const verified = new VerifiedTokens()

  const verifyAnew = async (request: FastifyRequest, keys: object | undefined): Promise<Caller> => {
    const { authorization } = request.headers
    const claims = await request.jwtVerify<{ exp: number }>()
    const verifiedAtMs = Date.now()
    const caller = callerOf(claims, verifiedAtMs / 1_000)
    const goodUntilMs = (claims.exp + clockToleranceSeconds) * 1_000
    if (authorization && keys) verified.keep(authorization, { caller, keys, verifiedAtMs, goodUntilMs })
    return caller
  }

  const verify = async (request: FastifyRequest): Promise<Caller | undefined> => {
    const { authorization } = request.headers
    if (authorization === undefined) return undefined
    try {
      // Asked before the token is verified: should the keys change meanwhile, it is verified again the next time.
      const keys = await inForce()
      const known = keys && verified.find(authorization, keys, Date.now())
      const caller = known ?? (await verifyAnew(request, keys))
      request.user = caller
      return caller
    } catch (error) {
      // Whatever fails here, an outage of the issuer too, leaves a caller whom nobody vouches for.
      const { code, message } = error as { code?: string; message?: string }
      request.log.info({ reason: code ?? message }, 'token refused')
      return undefined
    }
  }

  app.decorate('identify', (request) => {
    request.identification ??= verify(request)
    return request.identification
  })

  app.decorate('authenticate', async (request) => {
    if (await app.identify(request)) return
    const sent = request.headers.authorization !== undefined
    throw problem('unauthorized', sent ? 'The token is not valid, or no longer' : 'Send a bearer token', {
      headers: { 'www-authenticate': sent ? 'Bearer error="invalid_token"' : 'Bearer' },
    })
  })
}

export default fp(auth, { name: 'auth', dependencies: ['errors'] })
