/** A plan's amendment, as its coach would say it. */
import type { AmendmentDocument } from '../../domain/plan/document.ts'

/** One clause for each thing that it says; what it leaves out is the model's default and not worth a word. */
export const spokenAmendment = (amendment: AmendmentDocument): string[] => {
  const { coreSetFloor, coreSetCap, accessorySetFloor, maxStations, bufferSeconds } = amendment
  const clauses: (string | false | undefined | null)[] = [
    coreSetFloor !== undefined && `core lifts keep at least ${coreSetFloor} sets`,
    coreSetCap != null && `core lifts keep at most ${coreSetCap} sets when time is short`,
    accessorySetFloor !== undefined && `other exercises keep at least ${accessorySetFloor} sets or go`,
    maxStations !== undefined && `at most ${maxStations} stations in a new group`,
    amendment.allowSupersets === false && 'no supersets',
    amendment.allowBlocks === false && 'no blocks',
    amendment.allowSameMusclePairs === true && 'the same muscle may be paired with itself',
    bufferSeconds !== undefined && `${bufferSeconds} s are kept free`,
    ...(amendment.pinned ?? []).map(({ exerciseId, minSets }) =>
      minSets === undefined ? `${exerciseId} stays whole` : `${exerciseId} keeps at least ${minSets} sets`,
    ),
    ...(amendment.banned ?? []).map((exerciseId) => `${exerciseId} is out`),
    ...Object.entries(amendment.priorities ?? {}).map(
      ([exerciseId, word]) => `${exerciseId}: ${word} priority`,
    ),
    ...(amendment.neverPair ?? []).map((ids) =>
      ids.length === 1 ? `${ids[0]} is never grouped` : `${ids.join(' and ')} are never grouped together`,
    ),
  ]
  return clauses.filter((clause) => typeof clause === 'string')
}
