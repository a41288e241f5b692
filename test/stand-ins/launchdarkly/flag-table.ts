/** The flags that the stand-in holds, in the form the SDK gets them, with a version that rises with every change. */

export interface Flag {
  key: string
  version: number
  on: boolean
  variations: unknown[]
  fallthrough: { variation?: number; rollout?: { contextKind?: string; variations: WeightedVariation[] } }
  offVariation: number | null
  salt: string
  targets?: { values: string[]; variation: number }[]
  rules?: { id: string; variation: number; clauses: object[] }[]
  prerequisites?: { key: string; variation: number }[]
}

export interface WeightedVariation {
  variation: number
  /** Thousandths of a percent. */
  weight: number
}

export type FlagEvent =
  | { event: 'patch'; data: { path: string; data: Flag } }
  | { event: 'delete'; data: { path: string; version: number } }

const wholeRollout = 100_000

/** A boolean flag: variation 0 is true, 1 is false. */
export const booleanFlag = (key: string, parts: Partial<Flag> = {}): Flag => ({
  key,
  version: 1,
  on: true,
  variations: [true, false],
  fallthrough: { variation: 0 },
  offVariation: 1,
  salt: 'stand-in',
  ...parts,
})

/** What a rollout to `percent` of the users makes of a flag's fallthrough. */
export const percentage = (percent: number): Flag['fallthrough'] => ({
  rollout: {
    contextKind: 'user',
    variations: [
      { variation: 0, weight: percent * 1000 },
      { variation: 1, weight: wholeRollout - percent * 1000 },
    ],
  },
})

export function createFlagTable(initial: Flag[]) {
  const flags = new Map(initial.map((flag) => [flag.key, flag]))
  const listeners = new Set<(event: FlagEvent) => void>()
  const tell = (event: FlagEvent): void => {
    for (const listener of listeners) listener(event)
  }

  return {
    all: (): Record<string, Flag> => Object.fromEntries(flags),
    get: (key: string): Flag | undefined => flags.get(key),
    /** Changes a flag, raises its version and streams the patch; answers what it has become. */
    change(key: string, parts: Partial<Flag>): Flag {
      const before = flags.get(key) ?? booleanFlag(key, { version: 0 })
      const after = { ...before, ...parts, version: before.version + 1 }
      flags.set(key, after)
      tell({ event: 'patch', data: { path: `/flags/${key}`, data: after } })
      return after
    },
    delete(key: string): void {
      const version = (flags.get(key)?.version ?? 0) + 1
      flags.delete(key)
      tell({ event: 'delete', data: { path: `/flags/${key}`, version } })
    },
    /** Streams an event without changing what is held: a message that comes late or twice. */
    tell,
    listen(listener: (event: FlagEvent) => void): void {
      listeners.add(listener)
    },
  }
}

export type FlagTable = ReturnType<typeof createFlagTable>
