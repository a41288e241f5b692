/** Which part of the page is shown, out of the address behind the #. Ids only: never a token, never a name. */
import { useEffect, useState } from 'preact/hooks'

export type Route =
  | { page: 'plans' }
  | { page: 'plan'; planId: string }
  | { page: 'session'; planId: string; sessionId: string }
  | { page: 'sheet'; planId: string; sessionId: string; minutes: number }
  | { page: 'amendment'; planId: string }
  | { page: 'curation'; draftId?: string }

export const hrefOf = (route: Route): string => {
  switch (route.page) {
    case 'plans':
      return '#/'
    case 'plan':
      return `#/plans/${route.planId}`
    case 'session':
      return `#/plans/${route.planId}/sessions/${route.sessionId}`
    case 'sheet':
      return `#/plans/${route.planId}/sessions/${route.sessionId}/sheet/${route.minutes}`
    case 'amendment':
      return `#/plans/${route.planId}/amendment`
    case 'curation':
      return route.draftId ? `#/curation/${route.draftId}` : '#/curation'
  }
}

export const routeOf = (hash: string): Route => {
  const [kind, id, part, sessionId, sheet, minutes] = hash.replace(/^#\/?/, '').split('/')
  if (kind === 'curation') return id ? { page: 'curation', draftId: id } : { page: 'curation' }
  if (kind !== 'plans' || !id) return { page: 'plans' }
  if (part === 'amendment') return { page: 'amendment', planId: id }
  if (part !== 'sessions' || !sessionId) return { page: 'plan', planId: id }
  if (sheet !== 'sheet') return { page: 'session', planId: id, sessionId }
  const asked = Number(minutes)
  const known = Number.isInteger(asked) && asked >= 15 && asked <= 180
  return { page: 'sheet', planId: id, sessionId, minutes: known ? asked : 180 }
}

export const go = (route: Route): void => {
  location.hash = hrefOf(route)
}

export const useRoute = (): Route => {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const follow = () => setHash(location.hash)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return routeOf(hash)
}
