/** The order of a compressed session, and the name of what it is made of. */
import t from 'tap'
import { doseOf } from '../../../domain/clock/dose.ts'
import {
  newGroupSegment,
  type SegmentKind,
  segmentAsProgrammed,
  singleSegment,
} from '../../../domain/clock/layout.ts'
import type { Outcome, Strategy } from '../../../domain/compressor/answer.ts'
import { arrange } from '../../../domain/compressor/arrange.ts'
import { strategyOf } from '../../../domain/compressor/strategy.ts'
import { bench, curl, pushdown, raise, squat, stretch, walk } from '../amendment/harness.ts'
import { prepared } from '../prepared.ts'

const session = prepared(
  stretch,
  curl,
  { ...raise, group: 'a' },
  { ...bench, group: 'a' },
  pushdown,
  squat,
  walk,
  { ...walk, id: 'row' },
)
const named = (id: string) => session.exercises.find((exercise) => exercise.id === id)!
const alone = (id: string) => singleSegment(doseOf(named(id)))
const firsts = (...segments: Parameters<typeof arrange>[1]) =>
  arrange(session, segments).map(({ doses }) => doses[0]!.exercise.id)

t.test(
  'warm-ups, core lifts and groups around them, the rest, cool-downs; each in programmed order',
  async (t) => {
    const group = segmentAsProgrammed([named('raise'), named('bench')])
    t.same(
      firsts(
        alone('stretch'),
        alone('row'),
        alone('pushdown'),
        alone('squat'),
        alone('curl'),
        group,
        alone('walk'),
      ),
      ['walk', 'row', 'raise', 'squat', 'curl', 'pushdown', 'stretch'],
    )
  },
)

t.test('a new group stands where its first member stood', async (t) => {
  const pair = newGroupSegment([doseOf(named('curl')), doseOf(named('pushdown'))])
  t.same(firsts(alone('raise'), pair), ['curl', 'raise'])
})

t.test('strategies: by the kinds of segments, unchanged only where every session is', async (t) => {
  const cases: [Outcome[], SegmentKind[], Strategy][] = [
    [['unchanged', 'unchanged'], ['core_lift', 'accessory_single'], 'unchanged'],
    [['unchanged', 'compressed'], ['core_lift', 'accessory_single'], 'core_plus_accessory'],
    [['compressed'], ['core_lift'], 'core_only'],
    [['unmet'], ['core_lift'], 'core_only'],
    [['compressed'], ['core_lift', 'programmed_group'], 'core_plus_accessory'],
    [['compressed'], ['core_lift', 'accessory_single', 'accessory_superset'], 'core_plus_superset'],
    [['compressed'], ['accessory_block', 'accessory_single'], 'core_plus_block'],
    [['compressed'], ['accessory_superset', 'accessory_block'], 'core_plus_block_and_superset'],
  ]
  for (const [outcomes, kinds, expected] of cases) t.equal(strategyOf(outcomes, new Set(kinds)), expected)
})
