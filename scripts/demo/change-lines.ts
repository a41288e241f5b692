/** What became of each exercise, in the service's own sentences, gathered by what happened. */

import { tagged } from './page.ts'
import type { Colour, Paint } from './paint.ts'
import type { PreviewChange } from './preview-targets.ts'

interface Tag {
  readonly tag: string
  readonly colour: Colour
}

/** The first that fits names the change; the sentence tells the rest. */
const tags: readonly (readonly [PreviewChange['kinds'][number], Tag])[] = [
  ['dropped', { tag: 'dropped', colour: 'red' }],
  ['trimmed', { tag: 'trimmed', colour: 'yellow' }],
  ['ramp_cut', { tag: 'ramp cut', colour: 'yellow' }],
  ['paired', { tag: 'paired', colour: 'cyan' }],
  ['blocked', { tag: 'blocked', colour: 'cyan' }],
  ['rest_shortened', { tag: 'rest cut', colour: 'blue' }],
]

const isKept = ({ kinds }: PreviewChange): boolean => kinds[0] === 'kept'

export const changeLines = (changes: readonly PreviewChange[], paint: Paint): string[] => {
  const kept = changes.filter(isKept).map(({ name }) => name)
  const lines = kept.length === 0 ? [] : tagged('stays', kept.join(', '), paint, 'green')
  let remaining = changes.filter((change) => !isKept(change))
  for (const [kind, { tag, colour }] of tags) {
    const these = remaining.filter(({ kinds }) => kinds.includes(kind))
    remaining = remaining.filter((change) => !these.includes(change))
    lines.push(...these.flatMap(({ reason }) => tagged(tag, reason, paint, colour)))
  }
  return lines
}
