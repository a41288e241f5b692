/** Who looks at the page, as their token says it. For showing only: what they may do, the service decides. */

export interface Visitor {
  readonly id: string
  readonly roles: readonly string[]
}

const claimsOf = (token: string): Record<string, unknown> => {
  const part = token.split('.')[1] ?? ''
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
    sign.charCodeAt(0),
  )
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** Undefined for what is no token. */
export const visitorOf = (token: string): Visitor | undefined => {
  try {
    const { sub, userId, roles, role } = claimsOf(token)
    const id = sub ?? userId
    if (typeof id !== 'string' || id === '') return undefined
    const words = Array.isArray(roles) ? roles.map(String) : role ? [String(role)] : []
    return { id, roles: words.length > 0 ? words : ['athlete'] }
  } catch {
    return undefined
  }
}

/** As people paste it: with the header's first word, quotes or line breaks around it. */
export const tidyToken = (pasted: string): string =>
  pasted
    .trim()
    .replace(/^authorization:\s*/i, '')
    .replace(/^bearer\s+/i, '')
    .replace(/^["']|["']$/g, '')
    .replaceAll(/\s+/g, '')
