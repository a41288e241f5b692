/** The session that is done on a day in place of the programme: an answer, with what was swapped for that day. */
import type { SessionAnswer } from '../compressor/answer.ts'
import type { SwappedAnswer } from '../movements/tell-swaps.ts'

/** The latter only where equipment was named that is not there. */
export type AppliedSession = SessionAnswer | SwappedAnswer
