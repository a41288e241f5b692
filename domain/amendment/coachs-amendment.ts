/**
 * The Coach's Amendment: eleven articles that every answer obeys. The same list bounds the search, audits each
 * answer before it is sent, is served by the API and printed in the docs.
 */
import type { Article, CompressedSession, ProgrammedSession, Violation } from './article.ts'
import { coachsWord } from './articles/coachs-word.ts'
import { honesty } from './articles/honesty.ts'
import { isolation } from './articles/isolation.ts'
import { noNeedlessChange } from './articles/no-needless-change.ts'
import { order } from './articles/order.ts'
import { prescription } from './articles/prescription.ts'
import { presence } from './articles/presence.ts'
import { rest } from './articles/rest.ts'
import { sense } from './articles/sense.ts'
import { warmUp } from './articles/warm-up.ts'
import { workingSets } from './articles/working-sets.ts'

export const coachsAmendment: readonly Article[] = Object.freeze([
  presence,
  order,
  isolation,
  workingSets,
  rest,
  prescription,
  warmUp,
  coachsWord,
  sense,
  noNeedlessChange,
  honesty,
])

/** Everything in the answer that breaks an article; empty when all hold. */
export const audit = (
  programmed: ProgrammedSession,
  compressed: CompressedSession,
  articles: readonly Article[] = coachsAmendment,
): Violation[] => articles.flatMap((article) => article.check(programmed, compressed))
