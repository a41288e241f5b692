/** What decides an answer, and what does not: the key under which solutions are kept and shared. */
import t from 'tap'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import { defaultLimits } from '../../../domain/compressor/compress.ts'
import { contentKey, contentOf } from '../../../domain/compressor/content.ts'
import type { AmendmentDocument, NormalExercise } from '../../../domain/plan/document.ts'
import { curl, exercise, pushdown, squat } from '../amendment/harness.ts'
import { prepared } from '../prepared.ts'

const keyOf = (exercises: NormalExercise[], amendment: AmendmentDocument = {}, limits = defaultLimits) =>
  contentKey(contentOf(prepared(...exercises), withDefaults(amendment)), limits)
const plain = [squat, curl, pushdown]
const machine = (...movements: string[]) =>
  movements.map((movement, at) =>
    exercise(`m${at}`, 'accessory', ['chest'], { equipment: 'machine', movement }),
  )

t.test('notes, and what the amendment says of other sessions, decide nothing', async (t) => {
  t.equal(keyOf([squat, { ...curl, notes: 'slowly' }, pushdown]), keyOf(plain))
  const elsewhere: AmendmentDocument = {
    priorities: { dip: 'high' },
    pinned: [{ exerciseId: 'dip' }],
    banned: ['dip'],
    neverPair: [['dip'], ['dip', 'curl']],
  }
  t.equal(keyOf(plain, elsewhere), keyOf(plain))
})

t.test('stations and groups count by who shares them, not by name', async (t) => {
  t.equal(keyOf(machine('press', 'fly')), keyOf(machine('row', 'curl')))
  t.not(keyOf(machine('press', 'press')), keyOf(machine('press', 'fly')))
  const grouped = (label: string) => plain.map((one) => ({ ...one, group: label }))
  t.equal(keyOf(grouped('a')), keyOf(grouped('b')))
  t.not(keyOf(grouped('a')), keyOf(plain))
})

t.test('the rack is not just any station, nor is none', async (t) => {
  const at = (station: string) =>
    keyOf([curl, pushdown].map((one) => ({ ...one, station, setupSeconds: 60 })))
  t.not(at('rack'), at('tower'), 'its changeover is longer')
  t.not(at('none'), at('tower'), 'it needs no station')
  t.equal(at('bench'), at('tower'))
})

t.test('what the amendment says of this session decides, and so do the limits', async (t) => {
  const said: AmendmentDocument[] = [
    { priorities: { curl: 'high' } },
    { priorities: { pushdown: 'high' } },
    { pinned: [{ exerciseId: 'curl' }] },
    { pinned: [{ exerciseId: 'curl', minSets: 2 }] },
    { banned: ['curl'] },
    { neverPair: [['curl']] },
    { neverPair: [['curl', 'pushdown']] },
    { coreSetCap: 3 },
    { maxStations: 2 },
    { bufferSeconds: 60 },
  ]
  const keys = [keyOf(plain), ...said.map((amendment) => keyOf(plain, amendment))]
  t.equal(new Set(keys).size, keys.length)
  t.not(keyOf(plain, {}, { ...defaultLimits, targetSteps: 1 }), keyOf(plain))
})

t.test('an id that an object has of itself is no priority', async (t) => {
  const session = prepared({ ...curl, id: 'constructor' })
  t.same(contentOf(session, withDefaults()).amendment.priorities, {})
})
