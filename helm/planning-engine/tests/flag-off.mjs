/** `helm test`: with the flag off for all, even an anonymous caller sees no feature. Argument: the service's address. */
const [, url] = process.argv
const response = await fetch(`${url}/api/v1/time-crunch/preview`, { signal: AbortSignal.timeout(10_000) })
const body = await response.text()
process.stdout.write(`GET /api/v1/time-crunch/preview: ${response.status} ${body}\n`)
process.exitCode = response.status === 404 && JSON.parse(body).error === 'feature_not_available' ? 0 : 1
