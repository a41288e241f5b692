/** Colour for a terminal; plain text where nobody sees it. */

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const

export type Colour = keyof typeof codes
export type Paint = (colour: Colour, text: string) => string

export const plainPaint: Paint = (_colour, text) => text

const terminalPaint: Paint = (colour, text) => {
  const [on, off] = codes[colour]
  return `\u001b[${on}m${text}\u001b[${off}m`
}

/** `noColor` is the value of NO_COLOR: any but an empty one means no (no-color.org). */
export const paintFor = (isTerminal: boolean, noColor: string | undefined): Paint =>
  isTerminal && !noColor ? terminalPaint : plainPaint
