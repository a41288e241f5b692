/** Looking movements up by slug and by name. */
import t from 'tap'
import { indexMovements } from '../../../domain/movements/movement-index.ts'
import { movement } from './build-movement.ts'

const bench = movement({ aliases: ['Bench', 'BP'] })
const fly = movement({ slug: 'low-cable-fly', name: 'Low-to-high cable fly', aliases: ['BP'] })
const index = indexMovements([bench, fly])

t.test('by slug, letter for letter', async (t) => {
  t.equal(index.bySlug('bench-press'), bench)
  t.equal(index.bySlug('Bench-Press'), undefined)
})

t.test('by name, alias or slug, however it is spelt', async (t) => {
  for (const name of ['Bench press', 'BENCH-PRESS', ' bénch  press', 'bench']) {
    t.equal(index.byName(name), bench, name)
  }
  t.equal(index.byName('low cable fly'), fly, 'the words of the slug are a name too')
})

t.test('a name of two movements is no name of either', async (t) => {
  t.equal(index.byName('bp'), undefined)
  t.equal(index.byName('nothing'), undefined)
})
