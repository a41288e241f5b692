/** What an article of the Coach's Amendment is: a named rule with a check of what was programmed against the answer. */
import type { Layout } from '../clock/layout.ts'
import type { SessionRules } from './session-rules.ts'

export type ArticleId = 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7' | 'A8' | 'A9' | 'A10' | 'A11'

export interface Violation {
  readonly article: ArticleId
  /** The exercise that it is about, null where it is the session. */
  readonly exerciseId: string | null
  readonly message: string
}

/** The session as the coach programmed it, and what the athlete has for it. */
export interface ProgrammedSession {
  readonly rules: SessionRules
  /** target·60 − bufferSeconds. */
  readonly budgetSeconds: number
}

/** The session as answered, with what is claimed about it. */
export interface CompressedSession {
  readonly layout: Layout
  readonly outcome: 'unchanged' | 'compressed' | 'unmet'
  readonly durationSeconds: number
  readonly meetsTimeConstraint: boolean
  readonly minimumAchievableSeconds: number
}

export interface Article {
  readonly id: ArticleId
  readonly title: string
  /** The rule in one sentence that a coach would sign. */
  readonly statement: string
  check(programmed: ProgrammedSession, compressed: CompressedSession): Violation[]
}
