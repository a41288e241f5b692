/** What the stand-in remembers of every change, in the form of LaunchDarkly's audit log. */

export interface AuditEntry {
  _id: string
  /** Milliseconds since 1970. */
  date: number
  kind: 'flag'
  name: string
  titleVerb: string
  comment?: string
  accesses: { action: string; resource: string }[]
}

/** LaunchDarkly gives no more at once, whatever is asked for. */
const mostEntries = 20

export function createAuditLog() {
  const entries: AuditEntry[] = []
  let lag = 0

  return {
    entries,
    add(entry: Omit<AuditEntry, '_id' | 'kind'>): void {
      entries.unshift({ _id: String(entries.length + 1).padStart(24, '0'), kind: 'flag', ...entry })
    },
    /** The newest `count` entries are not shown yet: the real log may come after the change. */
    lagBehind(count: number): void {
      lag = count
    },
    /** Newest first, of before that time. */
    page({ before, limit }: { before: number; limit: number }): AuditEntry[] {
      return entries
        .slice(lag)
        .filter(({ date }) => date < before)
        .slice(0, Math.min(limit, mostEntries))
    },
  }
}

export type AuditLog = ReturnType<typeof createAuditLog>
