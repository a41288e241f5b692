/** An independent check of an answer: what it shows, by the page, against the session and its amendment. */
import type { Amendment } from '../../../../domain/amendment/amendment.ts'
import type { SessionAnswer } from '../../../../domain/compressor/answer.ts'
import type { Session } from '../../../../domain/plan/session.ts'
import { changes, retained } from './audit-accounts.ts'
import { coachsWord, sense } from './audit-freedom.ts'
import { honesty, noNeedlessChange } from './audit-honesty.ts'
import { type Audited, isolation, order, presence, rest, warmup, workingSets } from './audit-protection.ts'
import { enumerateAnswer } from './enumerate.ts'
import { readAnswer } from './read-answer.ts'
import { readRules } from './rules.ts'

/** Complaints in plain words; an answer without any is true to every article. */
export const audit = (
  session: Session,
  amendment: Amendment,
  targetMinutes: number,
  answer: SessionAnswer,
): string[] => {
  const { segments, complaints } = readAnswer(session, answer)
  const audited: Audited = {
    segments,
    rules: readRules(session, amendment),
    budgetSeconds: targetMinutes * 60 - amendment.bufferSeconds,
    unchanged: answer.outcome === 'unchanged',
  }
  // At a target of no time at all the oracle has nothing to enumerate but what must stay: the minimum.
  const { minimumSeconds } = enumerateAnswer(session, amendment, 0)
  return [
    ...complaints,
    ...[presence, order, isolation, workingSets, rest, warmup, coachsWord, sense].flatMap((article) =>
      article(audited),
    ),
    ...noNeedlessChange(audited, answer),
    ...honesty(audited, answer, minimumSeconds),
    ...retained(audited, answer),
    ...changes(audited, answer),
  ]
}
