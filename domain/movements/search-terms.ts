/** What a search is compared with: a movement's names, and what a search says, without case, accents and signs. */
import { nameKey } from '../curation/name-key.ts'
import type { Movement } from './movement.ts'

export interface SearchTerm {
  /** Letters and digits only: "Wide-grip pull-up" is `widegrippullup`. */
  readonly term: string
  /** Whether it starts at a later word of a name: `grippullup`, `pullup` and `up` of the same. */
  readonly isInner: boolean
}

const isWritten = (word: string): boolean => /[\p{L}\p{N}]/u.test(word)

/** The words of a text, each as a key: letters and digits stay together, everything else separates. */
export const searchWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(isWritten)
    .map(nameKey)

/**
 * Every name from each of its words on, so that "pullup", "pull up" and "Pull-Up" all begin one of them, wherever in the
 * name they stand. Each term once; one that a whole name gives is not given again from inside another.
 */
export const searchTerms = ({
  slug,
  name,
  aliases,
}: Pick<Movement, 'slug' | 'name' | 'aliases'>): SearchTerm[] => {
  const names = [name, slug, ...aliases].map(searchWords)
  const whole = new Set(names.map((words) => words.join('')))
  const inner = new Set(
    names.flatMap((words) => words.slice(1).map((_, index) => words.slice(index + 1).join(''))),
  )
  return [
    ...[...whole].map((term) => ({ term, isInner: false })),
    ...[...inner].filter((term) => !whole.has(term)).map((term) => ({ term, isInner: true })),
  ]
}

export interface SearchKey {
  /** The whole search as one term. */
  readonly term: string
  /** Its words, each once; more than a name has would find nothing anyway. */
  readonly words: readonly string[]
}

const mostWords = 8

/** Undefined where the text holds neither letter nor digit: nothing has such a name. */
export const searchKey = (text: string): SearchKey | undefined => {
  const words = searchWords(text)
  if (words.length === 0) return undefined
  return { term: words.join(''), words: [...new Set(words)].slice(0, mostWords) }
}
