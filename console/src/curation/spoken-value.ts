/** A field of a movement as text, whatever its kind. */
import { spokenSlug } from '../words/names.ts'

export const spokenValue = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(String).join(', ')
  return typeof value === 'string' ? spokenSlug(value) : String(value)
}
