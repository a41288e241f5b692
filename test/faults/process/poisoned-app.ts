/** The app over a database in which a hand has been: JSON replaced by SQL, and what log and metrics say of it. */
import type { Test } from 'tap'
import type { DatabaseKind } from '../../database.ts'
import { testDatabase } from '../../database.ts'
import { applicationClient } from '../../routes/time-crunch/application-client.ts'

/** Stands wherever text can stand in what is written by hand: no log may hold it. */
export const marker = 'Secret word of an athlete'

export const poisonedApp = async (t: Test, kind: DatabaseKind) => {
  const { url } = await testDatabase(t, kind)
  const lines: string[] = []
  const client = await applicationClient(t, {
    config: { databaseUrl: url },
    logger: { level: 'trace', stream: { write: (line: string) => lines.push(line) } },
  })
  const { app, metric } = client

  /** As text, so that the driver sends it as it is. */
  const poison = async (
    table: string,
    column: string,
    json: string,
    where: Record<string, string>,
  ): Promise<void> => {
    const changed = await app.database
      .knex(table)
      .where(where)
      .update({ [column]: json })
    if (changed !== 1) throw new Error(`${changed} rows of ${table} were changed`)
  }

  /** The document with something changed, as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: what is changed need not fit anywhere
  const changed = (document: unknown, change: (copy: any) => void): string => {
    const copy = structuredClone(document)
    change(copy)
    return JSON.stringify(copy)
  }

  return {
    ...client,
    databaseUrl: url,
    poison,
    changed,
    /** Lines that name the row. */
    told: (table: string, id: string) =>
      lines.filter((line) => {
        const { msg, table: named, id: row } = JSON.parse(line)
        return msg === 'a row cannot be read' && named === table && row === id
      }).length,
    /** How often a row of the table could not be read. */
    counted: (table: string) => metric('planning_engine_unreadable_rows_total', `{table="${table}"}`),
    /** Every line that says more than it may. */
    indiscreet: () => lines.filter((line) => line.includes(marker)),
  }
}

/**
 * The cases for a kind of database: all for the first that is here, and every third for the other, whose driver may read JSON
 * differently, but not each of them.
 */
export const casesFor = <Case>(cases: Readonly<Record<string, Case>>, isFirst: boolean): [string, Case][] =>
  Object.entries(cases).filter((_, index) => isFirst || index % 3 === 0)

/** What everybody sees of a row that can't be read. */
export const ourFault = { status: 500, body: { error: 'internal_error', requestId: /./ } }
