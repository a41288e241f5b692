/** A draft as text and back: what was read is what is sent, and empty fields are open. */
import t from 'tap'
import { documentOf, emptyText, textOf } from '../../console/src/curation/draft-text.ts'
import { curationClient, document } from '../routes/curation/curation-client.ts'

t.test('read, shown as text and sent back, a draft is the same', async (t) => {
  const client = await curationClient(t)
  const draft = await client.created(
    document('Sandbag shouldering', {
      setupSeconds: 40,
      station: 'floor-1',
      aliases: ['Bag, over a shoulder', 'Bag lift'],
    }),
  )
  const sent = documentOf(textOf(draft))
  t.match(draft, sent)
  t.equal(Object.keys(sent).length, Object.keys(emptyText).length)
  const { status, body } = await client.call('PUT', `/movements/${draft.id}`, 'curator-1', sent, {
    'if-match': '"1"',
  })
  t.equal(status, 200)
  t.match(body, sent)
})

t.test('empty is open, an empty slug is left out, spaces and empty lines are not entries', (t) => {
  t.strictSame(documentOf({ ...emptyText, name: ' Farmer walk ', aliases: '\n Walk \n\n' }), {
    name: 'Farmer walk',
    pattern: null,
    mechanic: null,
    level: null,
    equipment: null,
    station: null,
    primaryMuscles: [],
    secondaryMuscles: [],
    aliases: ['Walk'],
    tags: [],
    setupSeconds: null,
  })
  t.end()
})

t.test('seconds that are no number are sent as they were typed, for the service to refuse', (t) => {
  t.equal(documentOf({ ...emptyText, setupSeconds: 'soon' }).setupSeconds, 'soon')
  t.equal(documentOf({ ...emptyText, setupSeconds: ' 30 ' }).setupSeconds, 30)
  t.end()
})
