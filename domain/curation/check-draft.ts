/** Checks what a curator wrote and brings it into the library's words; every fault at once, each with its path. */

import type { Checked, Fault } from '../plan/faults.ts'
import { slug as slugOf } from '../plan/identify.ts'
import { textFaults } from '../plan/text-faults.ts'
import { equipment as knownEquipment, resolveEquipment } from '../plan/vocabulary.ts'
import { checkMuscles } from './check-muscles.ts'
import { coreLiftFaults } from './core-lift.ts'
import type { DraftDocument, MovementDraft } from './movement-draft.ts'
import { nameKey } from './name-key.ts'

const plainText = (text: string): string => text.trim().replace(/\s+/g, ' ')

const checkName = (name: string, faults: Fault[]): string => {
  const plain = plainText(name)
  if (!/[\p{L}\p{N}]/u.test(plain)) {
    faults.push({ path: '/name', kind: 'invalid', message: 'must hold a letter or a digit' })
  }
  return plain
}

const checkSlug = ({ slug, name }: DraftDocument, faults: Fault[]): string => {
  const made = slug ?? slugOf(name, '')
  if (made === '') {
    const message = 'is left out, and the name has no Latin letter or digit to make one from; write one out'
    faults.push({ path: '/slug', kind: 'invalid', message })
  }
  return made
}

const checkEquipment = (word: string | null | undefined, faults: Fault[]): string | null => {
  if (word === undefined || word === null) return null
  const resolved = resolveEquipment(word)
  if (resolved !== undefined) return resolved
  const message = `unknown equipment "${word}"; known equipment: ${knownEquipment.join(', ')}`
  faults.push({ path: '/equipment', kind: 'unknown_vocabulary', message })
  return null
}

/** Aliases that say nothing new (the name again, another spelling of one before) are dropped, not refused. */
const checkAliases = (aliases: readonly string[], name: string, faults: Fault[]): string[] => {
  const seen = new Set([nameKey(name)])
  return aliases.map(plainText).filter((alias, index) => {
    if (!/[\p{L}\p{N}]/u.test(alias)) {
      const message = 'must hold a letter or a digit'
      faults.push({ path: `/aliases/${index}`, kind: 'invalid', message })
    }
    const key = nameKey(alias)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export const checkDraft = (document: DraftDocument): Checked<MovementDraft> => {
  const faults: Fault[] = textFaults(document)
  const name = checkName(document.name, faults)
  const slug = checkSlug(document, faults)
  const draft: MovementDraft = {
    slug,
    name,
    pattern: document.pattern ?? null,
    mechanic: document.mechanic ?? null,
    level: document.level ?? null,
    equipment: checkEquipment(document.equipment, faults),
    ...checkMuscles(document, faults),
    station: document.station ?? null,
    setupSeconds: document.setupSeconds ?? null,
    aliases: checkAliases(document.aliases ?? [], name, faults),
    tags: [...new Set(document.tags ?? [])],
  }
  faults.push(...coreLiftFaults(draft))
  return faults.length === 0 ? { ok: true, value: draft } : { ok: false, faults }
}
