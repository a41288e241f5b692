/** Bars out of block characters. */
import type { Paint } from './paint.ts'

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A share of 0 to 1 in so many columns, to an eighth of one; what is missing is dotted. */
export const shareBar = (share: number, columns: number, paint: Paint): string => {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * columns * 8)
  const whole = '█'.repeat(Math.floor(filled / 8))
  const bar = `${whole}${eighths[filled % 8] ?? ''}`
  const colour = share >= 0.9 ? 'green' : share >= 0.6 ? 'yellow' : 'red'
  return `${paint(colour, bar)}${paint('dim', '·'.repeat(columns - bar.length))}`
}

export interface SplitSeconds {
  readonly setupSeconds: number
  readonly workSeconds: number
  readonly restSeconds: number
}

/** Set-up, work and rest one after the other, to scale: `columnSeconds` is what one column stands for. */
export const timeBar = (split: SplitSeconds, columnSeconds: number, paint: Paint): string => {
  const { setupSeconds, workSeconds, restSeconds } = split
  // Rounded at the borders, not part by part, so that the whole is as long as it should be.
  const border = (seconds: number): number => Math.round(seconds / columnSeconds)
  const first = border(setupSeconds)
  const second = border(setupSeconds + workSeconds)
  const third = border(setupSeconds + workSeconds + restSeconds)
  return [
    paint('yellow', '▒'.repeat(first)),
    paint('blue', '█'.repeat(second - first)),
    paint('dim', '░'.repeat(third - second)),
  ].join('')
}
