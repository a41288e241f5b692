/** What changed in a whole session, in one line: for the steps of a frontier. */
import type { Session } from '../plan/session.ts'
import { changeKinds } from './change-kinds.ts'
import type { Placement } from './placement.ts'
import { listed } from './sentences.ts'

/** "Dropped: Curl. Trimmed: Face pull 4 → 2. Grouped: Row with Press." or "Everything as programmed." */
export const changesSummary = (session: Session, placements: ReadonlyMap<string, Placement>): string => {
  const dropped: string[] = []
  const trimmed: string[] = []
  const shortened: string[] = []
  const ramps: string[] = []
  const groups = new Set<string>()
  for (const exercise of session.exercises) {
    const now = placements.get(exercise.id)
    const kinds = changeKinds(now)
    if (now === undefined) {
      dropped.push(exercise.name)
      continue
    }
    if (kinds.includes('trimmed')) {
      trimmed.push(`${exercise.name} ${exercise.workingSets.length} → ${now.dose.retained.length}`)
    }
    if (kinds.includes('rest_shortened')) shortened.push(exercise.name)
    if (kinds.includes('ramp_cut')) ramps.push(exercise.name)
    if (kinds.includes('paired') || kinds.includes('blocked')) {
      groups.add(listed(now.segment.doses.map((dose) => dose.exercise.name)))
    }
  }
  const parts: [string, readonly string[]][] = [
    ['Dropped', dropped],
    ['Trimmed', trimmed],
    ['Grouped', [...groups]],
    ['Shorter rest', shortened],
    ['Warm-up sets cut', ramps],
  ]
  const said = parts
    .filter(([, names]) => names.length > 0)
    .map(([label, names]) => `${label}: ${names.join('; ')}.`)
  return said.length === 0 ? 'Everything as programmed.' : said.join(' ')
}
