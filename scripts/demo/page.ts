/** The page that the demo prints on: 80 columns, a tag in the left margin where one helps. */
import type { Colour, Paint } from './paint.ts'
import { wrapped } from './words.ts'

export const pageColumns = 80
const indent = '  '
const tagColumns = 10

/** A tag in the margin, and text that wraps beside it. */
export const tagged = (tag: string, text: string, paint: Paint, colour: Colour = 'bold'): string[] =>
  wrapped(text, pageColumns - indent.length - tagColumns).map((line, index) => {
    const margin = (index === 0 ? tag : '').padEnd(tagColumns)
    return `${indent}${paint(colour, margin)}${line}`
  })

/** Left and right ends of one line, as far apart as the page is wide. */
export const spread = (left: string, right: string, paint: Paint): string => {
  const gap = Math.max(1, pageColumns - left.length - right.length)
  return `${paint('bold', left)}${' '.repeat(gap)}${right}`
}
