/** The coach's amendment as data: what a plan's coach decided, defaults filled in. */
import type { AmendmentDocument, Priority } from '../plan/document.ts'

export interface Amendment {
  /** A core lift never falls under min(programmed, this). 1..10 */
  readonly coreSetFloor: number
  /** Core lifts keep at most this many sets in a compressed session; null is no cap. 1..10 */
  readonly coreSetCap: number | null
  /** Most distinct stations that one new group may occupy, "none" not counted. 0..3 */
  readonly maxStations: number
  readonly allowSupersets: boolean
  readonly allowBlocks: boolean
  readonly allowSameMusclePairs: boolean
  /** Whether a core lift, or what is grouped with one, may be swapped where its equipment is not there for a day. */
  readonly allowCoreSwaps: boolean
  /** Seconds kept free at the end of every session. 0..600 */
  readonly bufferSeconds: number
  /** An accessory or conditioning exercise that stays keeps at least min(programmed, this). 1..10 */
  readonly accessorySetFloor: number
  readonly priorities: Readonly<Record<string, Priority>>
  /** Without minSets: all sets. */
  readonly pinned: readonly { readonly exerciseId: string; readonly minSets?: number }[]
  readonly banned: readonly string[]
  /** `[a]`: never in any new group; `[a, b]`: never together. */
  readonly neverPair: readonly (readonly string[])[]
}

export const defaultAmendment: Amendment = Object.freeze({
  coreSetFloor: 2,
  coreSetCap: null,
  maxStations: 1,
  allowSupersets: true,
  allowBlocks: true,
  allowSameMusclePairs: false,
  allowCoreSwaps: false,
  bufferSeconds: 0,
  accessorySetFloor: 2,
  priorities: Object.freeze({}),
  pinned: Object.freeze([]),
  banned: Object.freeze([]),
  neverPair: Object.freeze([]),
})

/** The amendment in full: what the document says, else the default. */
export const withDefaults = (document: AmendmentDocument = {}): Amendment => ({
  ...defaultAmendment,
  ...document,
})
