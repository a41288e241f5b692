/** A request that only its sender can repeat, as a command with places to fill in. */
import type { LoggedFailure } from './logged-failure.ts'

export const asCurl = (
  { operationId, params, query, asked, omitted }: LoggedFailure,
  contract: object,
): string => {
  const { paths } = contract as { paths: Record<string, Record<string, { operationId?: string }>> }
  const found = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      operation.operationId === operationId ? [{ path, method: method.toUpperCase() }] : [],
    ),
  )[0]
  if (found === undefined) return `${operationId} is no operation of this release`
  const path = found.path.replaceAll(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place)
  const search = Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''
  const hasBody = found.method !== 'GET' && Object.keys(asked).length + omitted.length > 0
  const body = hasBody ? ` -H 'content-type: application/json' -d '${JSON.stringify(asked)}'` : ''
  const lacking = omitted.length > 0 ? `\n# not in the log, to be added: ${omitted.join(', ')}` : ''
  return `curl -X ${found.method} "$SERVICE${path}${search}" -H "authorization: Bearer $TOKEN"${body}${lacking}`
}
