/** A request that only its sender can repeat, as a command with places to fill in. */
import type { LoggedFailure } from './logged-failure.ts'

export const asCurl = ({ operationId, params, asked, omitted }: LoggedFailure, contract: object): string => {
  const { paths } = contract as { paths: Record<string, Record<string, { operationId?: string }>> }
  const found = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      operation.operationId === operationId ? [{ path, method: method.toUpperCase() }] : [],
    ),
  )[0]
  if (found === undefined) return `${operationId} is no operation of this release`
  const path = found.path.replaceAll(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place)
  const body = Object.keys(asked).length + omitted.length > 0 ? ` -d '${JSON.stringify(asked)}'` : ''
  const lacking = omitted.length > 0 ? `\n# not in the log, to be added: ${omitted.join(', ')}` : ''
  return `curl -X ${found.method} "$SERVICE${path}" -H "authorization: Bearer $TOKEN" -H 'content-type: application/json'${body}${lacking}`
}
