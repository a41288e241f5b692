/** Words of the vocabulary as people say them. */
import type { Segment, SetDocument } from '../service/answers.ts'

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const weekday = (dayOfWeek: number): string => weekdays[dayOfWeek - 1] ?? ''

/** "lower_back" → "Lower back" */
export const spokenSlug = (slug: string): string => {
  const words = slug.replaceAll(/[_-]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

const kinds: Readonly<Record<Segment['kind'], string>> = {
  core_lift: 'Core lift',
  accessory_single: 'Alone',
  accessory_superset: 'Superset',
  accessory_block: 'Block of three',
  programmed_group: 'Group of the programme',
  warmup: 'Warm-up',
  conditioning: 'Conditioning',
  cooldown: 'Cool-down',
}
export const segmentKind = (kind: Segment['kind']): string => kinds[kind]

/** "5 × 100 kg", "45 s", "8-12" */
export const spokenSet = ({ reps, seconds, load, rpe }: SetDocument): string => {
  const amount = seconds === undefined ? String(reps ?? '').replace('-', '–') : `${seconds} s`
  const weight = typeof load === 'number' ? `${load} kg` : load
  return [amount, weight && `× ${weight}`, rpe !== undefined && `at RPE ${rpe}`].filter(Boolean).join(' ')
}

/** Equal sets together: "5 × 5 × 100 kg" would be read wrongly, so "5 sets of 5 × 100 kg". */
export const spokenSets = (sets: readonly SetDocument[]): string => {
  const runs: { text: string; count: number }[] = []
  for (const set of sets) {
    const text = spokenSet(set)
    const last = runs.at(-1)
    if (last?.text === text) last.count += 1
    else runs.push({ text, count: 1 })
  }
  return runs.map(({ text, count }) => (count === 1 ? text : `${count} sets of ${text}`)).join(', then ')
}

export const isCore = ({ role }: { role: string }): boolean => role === 'core'

/** "2026-03-02" → "Monday, 2 March 2026" */
export const spokenDay = (day: string): string =>
  new Date(`${day}T12:00:00`).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })

/** Where the visitor is, which need not be the service's day. */
export const today = (): string => {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
