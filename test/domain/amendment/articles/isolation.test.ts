/** A3: core lifts are never paired; groups around them stay whole. */
import t from 'tap'
import { isolation } from '../../../../domain/amendment/articles/isolation.ts'
import { programmedGroupSegment } from '../../../../domain/clock/layout.ts'
import {
  alone,
  answered,
  breaks,
  curl,
  exercise,
  holds,
  instead,
  pushdown,
  relaid,
  squat,
  together,
} from '../harness.ts'

const press = exercise('press', 'core', ['shoulders'], { group: 'a', sets: 4 })
const row = exercise('row', 'accessory', ['lats'], { group: 'a', sets: 4 })

t.test('holds for accessories in a new group beside a core lift', async (t) => {
  const good = answered([squat, curl, pushdown], 1600)
  t.ok(good.compressed.layout.some(({ kind }) => kind === 'accessory_superset'))
  holds(t, isolation, good, 'the pair is of accessories')
})

t.test('breaks when a core lift is paired', async (t) => {
  const good = answered([squat, curl, pushdown], 1600, { allowSupersets: false })
  const paired = relaid(good, (layout) => [
    together(good, 'squat', 'curl'),
    ...layout.filter(({ doses }) => !['squat', 'curl'].includes(doses[0]!.exercise.id)),
  ])
  breaks(t, isolation, paired, 'squat', /core lift and was put in a new group/, [
    'A7',
    'A9',
    'A10',
    'A11',
    'A2',
  ])
})

t.test('a group around a core lift is neither trimmed, capped nor split', async (t) => {
  const good = answered([press, row, curl], 900, { coreSetCap: 2 })
  holds(t, isolation, good, 'whole, although the cap is two sets')
  t.equal(good.compressed.layout[0]!.doses[0]!.retained.length, 4)
  const split = relaid(good, instead('press', alone(good, 'press'), alone(good, 'row')))
  breaks(t, isolation, split, 'press', /no longer whole/, ['A4', 'A8', 'A9', 'A11'])
})

t.test('breaks when one of its members loses a set', async (t) => {
  const good = answered([press, row, curl], 900)
  const trimmed = relaid(good, ([group, ...rest]) => [
    programmedGroupSegment([group!.doses[0]!, alone(good, 'row', 3).doses[0]!]),
    ...rest,
  ])
  breaks(t, isolation, trimmed, 'row', /its group holds a core lift/, ['A11'])
})

t.test('breaks when one of its members rests less than the coach wrote', async (t) => {
  const good = answered([press, row, curl], 900)
  const hurried = relaid(good, ([group, ...rest]) => [
    programmedGroupSegment([group!.doses[0]!, alone(good, 'row', 4, 'short').doses[0]!]),
    ...rest,
  ])
  breaks(t, isolation, hurried, 'row', /its group holds a core lift/)
})

t.test('breaks when its ramp is cut', async (t) => {
  const members = [squat, curl].map((one) => ({ ...one, group: 'a' }))
  const good = answered([...members, pushdown], 1300)
  const cold = relaid(good, ([group, ...rest]) => [
    programmedGroupSegment([alone(good, 'squat', 5, 'programmed', 1).doses[0]!, group!.doses[1]!]),
    ...rest,
  ])
  breaks(t, isolation, cold, 'squat', /its group holds a core lift/, ['A7'])
})

t.test('breaks when a group that no coach wrote is passed off as one', async (t) => {
  const good = answered([squat, curl, pushdown], 1600)
  const group = programmedGroupSegment([alone(good, 'squat').doses[0]!, alone(good, 'curl').doses[0]!])
  const passedOff = relaid(good, () => [group, alone(good, 'pushdown')])
  breaks(t, isolation, passedOff, 'squat', /core lift and was put in a new group/, ['A8', 'A9'])
})
