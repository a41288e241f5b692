/** `helm test`: the service is ready, and every check behind that is ok. Argument: the service's address. */
const [, url] = process.argv
const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(10_000) })
const body = await response.text()
process.stdout.write(`GET /health/ready: ${response.status} ${body}\n`)
const checks = response.ok ? Object.values(JSON.parse(body).checks) : []
process.exitCode = checks.length > 0 && checks.every(({ ok }) => ok) ? 0 : 1
