/** A proposal: one change of the weeks ahead that an athlete or a coach may take or leave, with what speaks for it. */
import type { Movement } from '../movements/movement.ts'
import type { Evidence } from './evidence.ts'

export type ProposalKind = 'hold' | 'add_set' | 'cut_set' | 'deload' | 'swap'

/** One value of the plan, as it is and as it would be. */
export interface PlanChange {
  readonly weekNumber: number
  /** Null for what belongs to the week. */
  readonly sessionId: string | null
  readonly exerciseId: string | null
  /** `sets`: working sets; `rpe`: of the hardest set; `deload`: the week's mark; `exercise`: which it is, by name. */
  readonly field: 'sets' | 'rpe' | 'deload' | 'exercise'
  readonly before: number | string | boolean
  readonly after: number | string | boolean
}

export interface ProposalTarget {
  readonly name: string
  /** Of a lift. */
  readonly exerciseId?: string
  /** Of a week. */
  readonly weekNumber?: number
}

interface Content {
  readonly kind: ProposalKind
  readonly target: ProposalTarget
  readonly changes: readonly PlanChange[]
  /** What a swap brings in, and why it suits. */
  readonly replacement?: { readonly movement: Movement; readonly reasons: readonly string[] }
}

export interface Proposal extends Content {
  readonly id: string
  readonly reason: string
  readonly evidence: Evidence
  /** 0 to 1 (`confidence.ts`). */
  readonly confidence: number
  /** Whether it changes what only the plan's coach or an admin may change. */
  readonly needsCoach: boolean
}

const basis = { high: 0xcbf29ce4, low: 0x84222325 }
/** The prime is 2^40 + this. */
const primeLow = 0x1b3
const word = 2 ** 32

/**
 * FNV-1a, 64 bits (Fowler, Noll, Vo): names contents apart, and protects nothing. In two halves, because a BigInt a byte
 * takes seconds over the proposals of a large plan; no sum here reaches 2^53.
 */
const fingerprint = (text: string): string => {
  let { high, low } = basis
  for (const byte of new TextEncoder().encode(text)) {
    const mixed = (low ^ byte) >>> 0
    const product = mixed * primeLow
    high = (high * primeLow + Math.floor(product / word) + mixed * 2 ** 8) >>> 0
    low = product >>> 0
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('')
}

/**
 * The same for the same change of the same values, whatever has been reported since: who agreed to a change has agreed to
 * that change. Any other value in its place, before or after, makes another id.
 */
export const proposalId = ({ kind, target, changes, replacement }: Content): string =>
  fingerprint(
    JSON.stringify([
      kind,
      target.exerciseId ?? null,
      target.weekNumber ?? null,
      changes.map((one) => [one.weekNumber, one.sessionId, one.exerciseId, one.field, one.before, one.after]),
      replacement?.movement.slug ?? null,
    ]),
  )
