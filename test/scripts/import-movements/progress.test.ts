/** The progress bar: on a terminal only, and gone at the end. */
import t from 'tap'
import { createProgress } from '../../../scripts/import-movements/progress.ts'

const screen = (isTTY: boolean) => {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

t.test('nothing where nobody watches', async (t) => {
  const quiet = screen(false)
  const progress = createProgress(quiet, undefined)
  progress.show(1, 2)
  progress.end()
  t.same(quiet.written, [])
})

t.test('one line on a terminal, drawn over, then taken away; no colour when asked so', async (t) => {
  const terminal = screen(true)
  const progress = createProgress(terminal, '1')
  progress.show(100, 200)
  progress.show(0, 0)
  progress.end()
  t.match(terminal.written[0], /^\r█{15}·{15} 100 of 200 drafts$/)
  t.match(terminal.written[1], /█{30}/)
  t.equal(terminal.written[2], '\r\u001b[2K')
})
