/** A progress bar on a terminal; nothing where nobody watches. */
import { shareBar } from '../demo/bars.ts'
import { paintFor } from '../demo/paint.ts'

const barColumns = 30

export interface Progress {
  /** So many of so many are done. */
  readonly show: (done: number, total: number) => void
  /** Takes the bar away, so that the report stands alone. */
  readonly end: () => void
}

interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** On standard error, so that a report on standard output can be piped on. */
export const createProgress = (screen: Screen, noColor: string | undefined): Progress => {
  if (screen.isTTY !== true) return { show: () => {}, end: () => {} }
  const paint = paintFor(true, noColor)
  return {
    show: (done, total) => {
      const share = total === 0 ? 1 : done / total
      screen.write(`\r${shareBar(share, barColumns, paint)} ${done} of ${total} drafts`)
    },
    end: () => {
      screen.write('\r\u001b[2K')
    },
  }
}
