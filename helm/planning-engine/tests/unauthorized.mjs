/** `helm test`: without a token, plans are refused with 401 and the scheme to use. Argument: the service's address. */
const [, url] = process.argv
const response = await fetch(`${url}/api/v1/plans`, { signal: AbortSignal.timeout(10_000) })
process.stdout.write(`GET /api/v1/plans without a token: ${response.status}\n`)
const scheme = response.headers.get('www-authenticate') ?? ''
process.exitCode = response.status === 401 && scheme.startsWith('Bearer') ? 0 : 1
