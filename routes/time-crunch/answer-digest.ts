/** An answer, and what the audit found in it, as a digest: equal ones are the same to the last digit, and nothing of them is told. */
import { createHash } from 'node:crypto'
import type { AuditedAnswer } from '../../domain/compressor/session-planner.ts'

export const answerDigest = ({ answer, violations }: Pick<AuditedAnswer, 'answer' | 'violations'>): string =>
  createHash('sha256')
    .update(JSON.stringify([answer, violations]))
    .digest('base64url')
