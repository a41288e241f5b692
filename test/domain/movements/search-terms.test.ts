/** What searches and names are compared by. */
import t from 'tap'
import { searchKey, searchTerms, searchWords } from '../../../domain/movements/search-terms.ts'

t.test('words: letters and digits, without case, accents and signs', async (t) => {
  t.strictSame(searchWords("  Farmer's WALK, 45° (Übung)"), ['farmer', 's', 'walk', '45', 'ubung'])
  t.strictSame(searchWords('—!?'), [])
})

t.test('a name is found from each of its words on', async (t) => {
  const terms = searchTerms({
    slug: 'wide-grip-pull-up',
    name: 'Wide-grip pull-up',
    aliases: ['Pull up wide'],
  })
  t.strictSame(
    terms.filter(({ isInner }) => !isInner).map(({ term }) => term),
    ['widegrippullup', 'pullupwide'],
  )
  t.strictSame(
    terms.filter(({ isInner }) => isInner).map(({ term }) => term),
    ['grippullup', 'pullup', 'up', 'upwide', 'wide'],
  )
})

t.test('a whole name is not given again from inside another', async (t) => {
  const terms = searchTerms({ slug: 'front-squat', name: 'Front squat', aliases: ['Squat'] })
  t.strictSame(terms, [
    { term: 'frontsquat', isInner: false },
    { term: 'squat', isInner: false },
  ])
})

t.test('a search is one term, and its words, each once and at most eight', async (t) => {
  t.strictSame(searchKey('Press press, BENCH!'), { term: 'presspressbench', words: ['press', 'bench'] })
  t.equal(searchKey('a b c d e f g h i j')!.words.length, 8)
  t.equal(searchKey(' -?\0 '), undefined)
})
