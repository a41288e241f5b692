/** Where the database is: what the configured address means, and how to name it without its password. */

export type DatabaseLocation =
  | { readonly dialect: 'postgres'; readonly url: string }
  /** The embedded database, in a folder, or in memory when that is null. */
  | { readonly dialect: 'pglite'; readonly folder: string | null }

const embedded = 'pglite:'

/** Throws for an address that is none of the three kinds; the message never repeats it, it may hold a password. */
export const parseLocation = (url: string): DatabaseLocation => {
  if (url === `${embedded}memory`) return { dialect: 'pglite', folder: null }
  if (url.startsWith(embedded) && url.length > embedded.length) {
    return { dialect: 'pglite', folder: url.slice(embedded.length) }
  }
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return { dialect: 'postgres', url }
  throw new Error('The database address must be postgres://…, pglite:memory or pglite:<folder>')
}

/** A name for logs and errors: host and database, never user or password. */
export const describeLocation = (location: DatabaseLocation): string => {
  if (location.dialect === 'pglite') return location.folder ?? 'memory'
  const { hostname, port, pathname } = new URL(location.url)
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`
}
