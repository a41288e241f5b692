/** A draft as it is typed: every field a text, lists one entry a line; and back into what the service takes. */
import type { Draft } from '../service/answers.ts'

/** `setupSeconds` with a text that is no number stays text: the service says what it thinks of it. */
const listFields = ['primaryMuscles', 'secondaryMuscles', 'aliases', 'tags'] as const
const wordFields = ['slug', 'pattern', 'mechanic', 'level', 'equipment', 'station'] as const

export type DraftText = Readonly<
  Record<(typeof listFields)[number] | (typeof wordFields)[number] | 'name' | 'setupSeconds', string>
>

export const emptyText: DraftText = {
  slug: '',
  name: '',
  pattern: '',
  mechanic: '',
  level: '',
  equipment: '',
  primaryMuscles: '',
  secondaryMuscles: '',
  station: '',
  setupSeconds: '',
  aliases: '',
  tags: '',
}

export const textOf = (draft: Draft): DraftText => ({
  slug: draft.slug,
  name: draft.name,
  pattern: draft.pattern ?? '',
  mechanic: draft.mechanic ?? '',
  level: draft.level ?? '',
  equipment: draft.equipment ?? '',
  primaryMuscles: draft.primaryMuscles.join('\n'),
  secondaryMuscles: draft.secondaryMuscles.join('\n'),
  station: draft.station ?? '',
  setupSeconds: draft.setupSeconds === null ? '' : String(draft.setupSeconds),
  aliases: draft.aliases.join('\n'),
  tags: draft.tags.join('\n'),
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const numberOf = (text: string): number | string | null => {
  if (text.trim() === '') return null
  const number = Number(text)
  return Number.isFinite(number) ? number : text
}

/** What is left empty is still open (null); an empty slug is left out, so that the name makes it. */
export const documentOf = (text: DraftText): Record<string, unknown> => {
  const { slug, ...words } = Object.fromEntries(
    wordFields.map((field) => [field, text[field].trim() === '' ? null : text[field].trim()]),
  )
  return {
    ...(slug !== null && { slug }),
    name: text.name.trim(),
    ...words,
    ...Object.fromEntries(listFields.map((field) => [field, linesOf(text[field])])),
    setupSeconds: numberOf(text.setupSeconds),
  }
}
