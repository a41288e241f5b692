/** What the demo prints with: bars, words, colours. */
import t from 'tap'
import { shareBar, timeBar } from '../../../scripts/demo/bars.ts'
import { paintFor, plainPaint } from '../../../scripts/demo/paint.ts'
import { spokenAmendment } from '../../../scripts/demo/spoken-amendment.ts'
import * as words from '../../../scripts/demo/words.ts'

t.test('a share is as long as it is large, to an eighth of a column', async (t) => {
  t.equal(shareBar(0, 4, plainPaint), '····')
  t.equal(shareBar(1, 4, plainPaint), '████')
  t.equal(shareBar(0.5, 4, plainPaint), '██··')
  t.equal(shareBar(0.28, 4, plainPaint), '█▏··')
  t.equal(shareBar(1.2, 4, plainPaint), '████', 'never longer than its room')
})

t.test('a time bar is to scale, whatever is rounded inside it', async (t) => {
  const split = { setupSeconds: 150, workSeconds: 150, restSeconds: 150 }
  t.equal(timeBar(split, 100, plainPaint), '▒▒█░░')
  t.equal(timeBar({ ...split, workSeconds: 0 }, 50, plainPaint), '▒▒▒░░░')
})

t.test('colours: on a terminal, unless NO_COLOR says anything', async (t) => {
  t.equal(paintFor(true, undefined)('red', 'x'), '\u001b[31mx\u001b[39m')
  t.equal(paintFor(true, '')('red', 'x'), '\u001b[31mx\u001b[39m')
  t.equal(paintFor(true, '0')('red', 'x'), 'x')
  t.equal(paintFor(false, undefined)('red', 'x'), 'x')
})

t.test('words', async (t) => {
  t.equal(words.spokenHours(59 * 60 + 29), '59 min')
  t.equal(words.spokenHours(59 * 60 + 31), '1 h 00 min')
  t.equal(words.clockTime(926), '15:26')
  t.equal(words.clockTime(65), '1:05')
  t.equal(words.percent(0.974), '97 %')
  t.equal(words.percent(0.9999), '99 %', 'not all')
  t.equal(words.percent(1), '100 %')
  t.equal(words.spokenCount(7.5), '7.5')
  t.equal(words.spokenCount(8.0000001), '8')
  t.equal(words.spokenDay(1), 'Monday')
  t.equal(words.spokenStrategy('core_only'), 'core only')
  t.equal(words.spokenStrategy('core_plus_block_and_superset'), 'core, block, superset')
  t.equal(words.spokenStrategy('unchanged'), 'unchanged')
})

t.test('lines break at spaces, and long words stand alone', async (t) => {
  t.strictSame(words.wrapped('one two three', 7), ['one two', 'three'])
  t.strictSame(words.wrapped('a longerthanthat b', 5), ['a', 'longerthanthat', 'b'])
  t.strictSame(words.wrapped('short', 80), ['short'])
})

t.test('an amendment says what it sets, and no more', async (t) => {
  t.strictSame(spokenAmendment({}), [])
  t.strictSame(spokenAmendment({ coreSetCap: null, allowSupersets: true }), [])
  t.strictSame(
    spokenAmendment({
      coreSetCap: 3,
      allowBlocks: false,
      pinned: [{ exerciseId: 'a' }, { exerciseId: 'b', minSets: 2 }],
      banned: ['c'],
      priorities: { d: 'low' },
      neverPair: [['e'], ['f', 'g']],
    }),
    [
      'core lifts keep at most 3 sets when time is short',
      'no blocks',
      'a stays whole',
      'b keeps at least 2 sets',
      'c is out',
      'd: low priority',
      'e is never grouped',
      'f and g are never grouped together',
    ],
  )
})
