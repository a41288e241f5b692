/** The curation routes as a client sees them: requests by somebody, whole, through the app. */
import type { Test } from 'tap'
import type { DraftDocument } from '../../../domain/curation/movement-draft.ts'
import { bearer, testApp } from '../../helper.ts'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  body: any
  headers: Record<string, unknown>
}

const curator = (id: string) => bearer(id, ['curator'])

export const ifMatch = (etag: unknown): Record<string, string> => ({ 'if-match': String(etag) })

/** A complete draft of a movement that no library has; `name` tells one from another. */
export const document = (name: string, change: Partial<DraftDocument> = {}): DraftDocument => ({
  name,
  pattern: 'carry',
  mechanic: 'compound',
  level: 'beginner',
  equipment: 'other',
  primaryMuscles: ['forearms'],
  secondaryMuscles: ['traps'],
  aliases: [],
  tags: ['odd-object'],
  ...change,
})

/** Callers are curators by their id; another header makes them somebody else. */
export const curationClient = async (t: Test, databaseUrl?: string) => {
  const app = await testApp(t, databaseUrl === undefined ? {} : { config: { databaseUrl } })
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    as = 'curator-1',
    payload?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await app.inject({
      method,
      url: `/api/internal/curation${path}`,
      headers: { ...curator(as), ...headers },
      ...(payload !== undefined && { payload: payload as object }),
    })
    const { statusCode: status, body } = response
    return { status, body: body && JSON.parse(body), headers: response.headers }
  }

  const created = async (draft: DraftDocument, as = 'curator-1') => {
    const { status, body } = await call('POST', '/movements', as, draft)
    if (status !== 201) throw new Error(JSON.stringify(body))
    return body
  }
  const move = (id: string, name: string, as = 'curator-2', body?: unknown, headers = {}) =>
    call('POST', `/movements/${id}/${name}`, as, body, headers)

  /** By curator-1, approved by curator-2. */
  const approved = async (draft: DraftDocument) => {
    const { id } = await created(draft)
    await move(id, 'submit', 'curator-1')
    const { status, body } = await move(id, 'approve', 'curator-2')
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  const published = async (draft: DraftDocument) => {
    const { id } = await approved(draft)
    const { status, body } = await move(id, 'publish', 'curator-2')
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  return { app, call, created, move, approved, published }
}
