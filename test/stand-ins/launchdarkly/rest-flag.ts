/** A flag as the REST API shows it: variations with ids, targeting by environment. */
import type { Flag } from './flag-table.ts'
import { variationId } from './semantic-patch.ts'

export interface Environment {
  readonly key: string
  readonly lastModified: number
}

export const restFlag = (
  flag: Flag,
  tags: readonly string[],
  { key, lastModified }: Environment,
): object => ({
  name: 'Time Crunch Mode',
  key: flag.key,
  kind: flag.variations.every((value) => typeof value === 'boolean') ? 'boolean' : 'multivariate',
  _version: flag.version,
  variations: flag.variations.map((value, index) => ({ _id: variationId(index), value })),
  tags,
  archived: false,
  environments: {
    [key]: {
      on: flag.on,
      archived: false,
      version: flag.version,
      lastModified,
      fallthrough: flag.fallthrough,
      ...(flag.offVariation !== null && { offVariation: flag.offVariation }),
      targets: flag.targets ?? [],
      contextTargets: [],
      rules: flag.rules ?? [],
      prerequisites: flag.prerequisites ?? [],
    },
  },
})
