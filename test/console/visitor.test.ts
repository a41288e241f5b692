/** Reading a token for the name on the page: as people paste it, whatever it holds. */
import t from 'tap'
import { tidyToken, visitorOf } from '../../console/src/service/visitor.ts'
import { tokenFor } from '../helper.ts'

const holding = (claims: object): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`

t.test('header word, quotes and line breaks around a token are not part of it', async (t) => {
  for (const pasted of [
    'a.b.c',
    ' a.b.c\n',
    'Bearer a.b.c',
    'authorization: Bearer a.b.c',
    '"a.b.c"',
    "'a.b\n.c'",
  ]) {
    t.equal(tidyToken(pasted), 'a.b.c', JSON.stringify(pasted))
  }
})

t.test('who it speaks for, in any script, with the roles it names', async (t) => {
  t.strictSame(visitorOf(tokenFor('coach-1', ['coach'])), { id: 'coach-1', roles: ['coach'] })
  t.strictSame(visitorOf(holding({ userId: 'Žofie-1', role: 'curator' })), {
    id: 'Žofie-1',
    roles: ['curator'],
  })
  t.strictSame(visitorOf(holding({ sub: 'athlete-1' })), { id: 'athlete-1', roles: ['athlete'] })
})

t.test('what is no token is nobody', async (t) => {
  for (const text of ['', 'a', 'a.b.c', 'a.!!!.c', holding([]), holding({ sub: '' }), holding({ sub: 7 })]) {
    t.equal(visitorOf(text), undefined, JSON.stringify(text))
  }
})
