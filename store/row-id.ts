/** Ids of rows: what can't be one is looked for in no table, where the database would take it for a mistake of ours. */

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

export const isRowId = (text: string): boolean => uuid.test(text)
