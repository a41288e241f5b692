/** What the service says against an amendment, brought to the field that it is about. */
import type { Amendment } from '../service/answers.ts'
import { Problem } from '../service/trouble.ts'
import { type Faults, noFaults } from '../shell/field-fault.tsx'

/** By a field of the amendment, `exercise <id>`, `pair <index>`, or `other`. */
const placeOf = (path: string, sent: Amendment): string => {
  const [, field = '', first = ''] = path.split('/')
  const index = Number(first)
  if (field === 'priorities') return `exercise ${first}`
  if (field === 'pinned') return `exercise ${sent.pinned[index]?.exerciseId}`
  if (field === 'banned') return `exercise ${sent.banned[index]}`
  if (field === 'neverPair') {
    const entry = sent.neverPair[index] ?? []
    return entry.length === 1 ? `exercise ${entry[0]}` : `pair ${index}`
  }
  return field in sent ? field : 'other'
}

/** Empty where the refusal is about something else than fields. */
export const faultsOf = (error: unknown, sent: Amendment): Faults => {
  if (!(error instanceof Problem)) return noFaults
  const faults = new Map<string, string[]>()
  for (const { path, message } of error.faults) {
    const place = placeOf(path.replace(/^\/amendment/, ''), sent)
    faults.set(place, [...(faults.get(place) ?? []), message])
  }
  return faults
}
