/**
 * What an answer rests on beside what was asked, for the log of one that failed: with all of it the same, the same comes out
 * again (`npm run replay`). Ids, numbers and switches only.
 */
import type { FastifyInstance } from 'fastify'
import type { SearchLimits } from '../../domain/compressor/search/problem.ts'
import { modelVersion } from '../../domain/parameters.ts'
import type { AmendmentDocument } from '../../domain/plan/document.ts'
import type { PreparedPlan } from '../../plugins/compressor/compressor-service.ts'

export interface Computation {
  readonly planVersion: number
  readonly amendmentVersion: number
  readonly modelVersion: string
  /** The search is bounded by counted steps, so that answers do not depend on the machine. */
  readonly limits: SearchLimits
  /** Only where exercises are swapped for movements of the library. */
  readonly libraryRevision?: number
  /** Only where another amendment than the saved one is tried. */
  readonly amendment?: AmendmentDocument
}

export const computationOf = (
  app: FastifyInstance,
  { version, amendmentVersion }: Pick<PreparedPlan, 'version' | 'amendmentVersion'>,
  { isSwapped, amendment }: { isSwapped: boolean; amendment?: AmendmentDocument | undefined },
): Computation => ({
  planVersion: version,
  amendmentVersion,
  modelVersion,
  limits: app.compressor.limits,
  ...(isSwapped && { libraryRevision: app.movementLibrary.revision() }),
  ...(amendment && { amendment }),
})
