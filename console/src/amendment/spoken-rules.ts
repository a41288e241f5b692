/** An amendment as sentences with a key each, so that two of them can be compared rule by rule. */
import type { Amendment } from '../service/answers.ts'
import { counted, spokenSeconds } from '../words/figures.ts'

export interface SpokenRule {
  label: string
  text: string
}

type NameOf = (exerciseId: string) => string

const yesNo = (allowed: boolean): string => (allowed ? 'allowed' : 'not allowed')

export const spokenRules = (amendment: Amendment, nameOf: NameOf): Map<string, SpokenRule> => {
  const rules = new Map<string, SpokenRule>()
  const say = (key: string, label: string, text: string) => rules.set(key, { label, text })
  say('coreSetFloor', 'Core lifts keep at least', counted(amendment.coreSetFloor, 'set'))
  const { coreSetCap } = amendment
  say(
    'coreSetCap',
    'Core lifts, when shortened, have at most',
    coreSetCap === null ? 'no cap' : counted(coreSetCap, 'set'),
  )
  say('accessorySetFloor', 'Accessories that stay keep at least', counted(amendment.accessorySetFloor, 'set'))
  say('maxStations', 'Stations in a group', `at most ${amendment.maxStations}`)
  say('allowSupersets', 'Supersets', yesNo(amendment.allowSupersets))
  say('allowBlocks', 'Blocks of three', yesNo(amendment.allowBlocks))
  say('allowSameMusclePairs', 'Pairs of one muscle', yesNo(amendment.allowSameMusclePairs))
  say('allowCoreSwaps', 'Swaps of core lifts', yesNo(amendment.allowCoreSwaps))
  say('bufferSeconds', 'Kept free at the end', spokenSeconds(amendment.bufferSeconds))
  for (const { exerciseId, minSets } of amendment.pinned) {
    const how = minSets === undefined ? 'with all sets' : `with at least ${counted(minSets, 'set')}`
    say(`rule ${exerciseId}`, nameOf(exerciseId), `pinned ${how}`)
  }
  for (const id of amendment.banned) say(`rule ${id}`, nameOf(id), 'banned')
  for (const [id, priority] of Object.entries(amendment.priorities)) {
    say(`priority ${id}`, nameOf(id), `${priority} priority`)
  }
  for (const ids of amendment.neverPair) {
    const key = `never ${[...ids].sort().join(' ')}`
    say(key, ids.map(nameOf).join(' and '), ids.length === 1 ? 'never in a group' : 'never together')
  }
  return rules
}

export interface RuleDifference {
  key: string
  label: string
  before: string
  after: string
}

const unsaid = 'nothing said'

export const ruleDifferences = (before: Amendment, after: Amendment, nameOf: NameOf): RuleDifference[] => {
  const [old, now] = [spokenRules(before, nameOf), spokenRules(after, nameOf)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => ({
      key,
      label: (now.get(key) ?? old.get(key))?.label ?? '',
      before: old.get(key)?.text ?? unsaid,
      after: now.get(key)?.text ?? unsaid,
    }))
    .filter((difference) => difference.before !== difference.after)
}
