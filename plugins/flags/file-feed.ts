/**
 * Feeds texts in LaunchDarkly's file-data format to the SDK: the SDK's own file source, reading from a file system
 * that holds one file in memory. So parsing and evaluation are the SDK's, and noticing changes is ours, since its
 * watch loses renames and ConfigMap swaps.
 */
import { FileDataSourceFactory } from '@launchdarkly/node-server-sdk/integrations'

export interface FileFeed {
  /** Makes this text the file's content. It has to be sound. */
  offer(text: string): void
  /** The SDK's option of the same name. */
  readonly updateProcessor: ReturnType<FileDataSourceFactory['getFactory']>
}

const path = 'flags.json'

export function createFileFeed(): FileFeed {
  let latest: string | undefined
  let read: string | undefined
  let stamp = 0
  let onFirst: (() => void) | undefined
  const first = new Promise<void>((resolve) => {
    onFirst = resolve
  })
  const watchers = new Set<() => void>()

  const fileSystem = {
    async readFile(): Promise<string> {
      await first
      read = latest
      return latest ?? ''
    },
    // Always another one: the SDK asks for it only after we told it of a change, and must not think it old.
    getFileTimestamp: async (): Promise<number> => ++stamp,
    watch(_path: string, callback: (eventType: string, path: string) => void) {
      const notify = (): void => callback('change', path)
      watchers.add(notify)
      // What was offered between the first reading and this call would be lost.
      if (latest !== read) notify()
      return { close: () => watchers.delete(notify) }
    },
  }

  const factory = new FileDataSourceFactory({ paths: [path], autoUpdate: true }).getFactory()

  return {
    offer(text) {
      latest = text
      onFirst?.()
      for (const notify of watchers) notify()
    },
    updateProcessor: (context, ...others) =>
      factory({ ...context, platform: { ...context.platform, fileSystem } }, ...others),
  }
}
