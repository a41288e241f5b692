/** What LaunchDarkly offers to people's programs: read a flag, patch it, read who changed it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { createAuditLog } from './audit-log.ts'
import type { Flag, FlagTable } from './flag-table.ts'
import { checkAccess, Refusal, type RestTokens } from './rest-access.ts'
import { restFlag } from './rest-flag.ts'
import { applyPatch, type Instruction, type Patched, RefusedPatch } from './semantic-patch.ts'

export interface RestOptions extends RestTokens {
  project: string
  environment: string
}

/** An answer that comes instead of the true one. */
export interface Fault {
  method?: 'GET' | 'PATCH'
  status: number
  headers?: Record<string, string>
  body?: unknown
  /** Done first: what somebody else did in between. */
  meanwhile?: () => void
}

export interface SemanticPatch {
  comment?: string
  environmentKey?: string
  instructions: Instruction[]
}

export interface ReceivedPatch extends SemanticPatch {
  dryRun: boolean
  ignoreConflicts: boolean
}

export function createRestEndpoints(table: FlagTable, options: RestOptions) {
  const { project, environment, token, readerToken } = options
  const log = createAuditLog()
  const tags = new Map<string, string[]>()
  const modified = new Map<string, number>()
  const faults: Fault[] = []
  const patches: ReceivedPatch[] = []

  const show = (flag: Flag): object =>
    restFlag(flag, tags.get(flag.key) ?? [], {
      key: environment,
      lastModified: modified.get(flag.key) ?? 0,
    })

  const record = (flagKey: string, actions: string[], comment?: string): void => {
    const date = Date.now()
    const isTargeting = actions.some((action) => action !== 'updateTags')
    if (isTargeting) modified.set(flagKey, date)
    log.add({
      date,
      name: 'Time Crunch Mode',
      titleVerb: 'updated the flag',
      ...(comment !== undefined && { comment }),
      accesses: actions.map((action) => ({
        action,
        resource: `proj/${project}:env/${action === 'updateTags' ? '*' : environment}:flag/${flagKey}`,
      })),
    })
  }

  const carryOut = (flag: Flag, patched: Patched, comment?: string): Flag => {
    tags.set(flag.key, patched.tags)
    record(flag.key, patched.actions, comment)
    const isTargeting = Object.keys(patched.parts).length > 0
    return isTargeting ? table.change(flag.key, patched.parts) : flag
  }

  const flagAt = (pathname: string): Flag => {
    const [, projectKey, flagKey = ''] = /^\/api\/v2\/flags\/([^/]+)\/([^/]+)$/.exec(pathname) ?? []
    if (projectKey === undefined) throw new Refusal(404, 'no such path')
    if (projectKey !== project) throw new Refusal(404, `Unknown project key ${projectKey}`)
    const flag = table.get(decodeURIComponent(flagKey))
    if (flag === undefined) throw new Refusal(404, `Unknown flag key ${flagKey}`)
    return flag
  }

  const read = ({ pathname, searchParams }: URL): object => {
    if (pathname === '/api/v2/auditlog') {
      const before = Number(searchParams.get('before') ?? Number.POSITIVE_INFINITY)
      return { items: log.page({ before, limit: Number(searchParams.get('limit') ?? 10) }) }
    }
    const wanted = searchParams.get('env')
    if (wanted !== null && wanted !== environment) throw new Refusal(404, `Unknown environment key ${wanted}`)
    return show(flagAt(pathname))
  }

  const patch = ({ pathname, searchParams }: URL, body: SemanticPatch): object => {
    const flag = flagAt(pathname)
    const { environmentKey } = body
    if (environmentKey !== undefined && environmentKey !== environment) {
      throw new Refusal(404, `Unknown environment key ${environmentKey}`)
    }
    const dryRun = searchParams.get('dryRun') === 'true'
    const ignoreConflicts = searchParams.get('ignoreConflicts') === 'true'
    patches.push({ ...body, dryRun, ignoreConflicts })
    const patched = applyPatch(flag, tags.get(flag.key) ?? [], body)
    return dryRun ? show({ ...flag, ...patched.parts }) : show(carryOut(flag, patched, body.comment))
  }

  const send = (response: ServerResponse, status: number, body: unknown, headers = {}): true => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
    return true
  }

  return {
    /** Answers every request whose path is the REST API's; says whether it was one. */
    async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const url = new URL(request.url ?? '/', 'http://stand-in')
      if (!url.pathname.startsWith('/api/v2/')) return false
      const body = request.method === 'PATCH' ? await json(request) : undefined
      try {
        checkAccess(request, options)
        const index = faults.findIndex(({ method }) => method === undefined || method === request.method)
        const [fault] = index < 0 ? [] : faults.splice(index, 1)
        if (fault) {
          fault.meanwhile?.()
          return send(response, fault.status, fault.body ?? { message: 'on demand' }, fault.headers)
        }
        return send(response, 200, body === undefined ? read(url) : patch(url, body as SemanticPatch))
      } catch (error) {
        if (error instanceof RefusedPatch) return send(response, 400, { message: error.message })
        if (error instanceof Refusal) return send(response, error.status, { message: error.message })
        throw error
      }
    },
    token,
    readerToken,
    project,
    environment,
    /** Every patch that was let through, dry ones too. */
    patches,
    log,
    tagsOf: (flagKey: string): readonly string[] => tags.get(flagKey) ?? [],
    /** The next requests are answered so, one each. */
    failNext(...next: Fault[]): void {
      faults.push(...next)
    },
    pendingFaults: (): number => faults.length,
    /** Everything that was done so far was done earlier by so long. */
    age(ms: number): void {
      for (const entry of log.entries) entry.date -= ms
      for (const [flagKey, date] of modified) modified.set(flagKey, date - ms)
    },
    /** Somebody changes the flag on LaunchDarkly's page. */
    changeByHand(flagKey: string, parts: Partial<Flag>, comment?: string): void {
      record(flagKey, ['on' in parts ? 'updateOn' : 'updateFallthrough'], comment)
      table.change(flagKey, parts)
    },
  }
}

export type RestStandIn = Omit<ReturnType<typeof createRestEndpoints>, 'answer'>
