/**
 * The flag data in memory: the SDK's feature store, readable by us as well, because the SDK answers "on for this
 * user" but not "off for everyone", and tells nobody when data arrives.
 */
import type { DataKind, LDFeatureStore, LDFeatureStoreItem } from '@launchdarkly/node-server-sdk'
import type { FlagData } from './flag-data.ts'

export interface FlagStore extends LDFeatureStore {
  /** The flag as the source gave it, undefined when unknown or deleted. */
  flag(flagKey: string): FlagData | undefined
  hasData(): boolean
}

const flagsNamespace = 'features'

/** `onReceived` runs after every delivery, also one that changes nothing: it is proof that the source answers. */
export function createFlagStore(onReceived: () => void): FlagStore {
  let namespaces = new Map<string, Map<string, LDFeatureStoreItem>>()
  let initialised = false

  const find = (namespace: string, key: string): LDFeatureStoreItem | undefined => {
    const item = namespaces.get(namespace)?.get(key)
    return item?.deleted ? undefined : item
  }

  // Messages of a stream may overtake each other: an older or equal version never replaces a newer one. A deleted
  // item stays as a tombstone for the same reason.
  const put = ({ namespace }: DataKind, key: string, item: LDFeatureStoreItem): void => {
    const items = namespaces.get(namespace) ?? new Map<string, LDFeatureStoreItem>()
    const known = items.get(key)
    if (known === undefined || known.version < item.version) items.set(key, item)
    namespaces.set(namespace, items)
    onReceived()
  }

  return {
    flag: (flagKey) => find(flagsNamespace, flagKey) as FlagData | undefined,
    hasData: () => initialised,
    get: (kind, key, callback) => callback(find(kind.namespace, key) ?? null),
    all(kind, callback) {
      const items = [...(namespaces.get(kind.namespace) ?? [])].filter(([, item]) => !item.deleted)
      callback(Object.fromEntries(items))
    },
    init(allData, callback) {
      namespaces = new Map(
        Object.entries(allData).map(([namespace, items]) => [
          namespace,
          new Map(Object.entries(items ?? {})),
        ]),
      )
      initialised = true
      onReceived()
      callback()
    },
    delete(kind, key, version, callback) {
      put(kind, key, { version, deleted: true })
      callback()
    },
    upsert(kind, item, callback) {
      put(kind, item.key, item)
      callback()
    },
    initialized: (callback) => callback(initialised),
    close() {},
    getDescription: () => 'memory',
  }
}
