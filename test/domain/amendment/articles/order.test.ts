/** A2: warm-ups, core lifts, the rest, cool-downs; each in programmed order. */
import t from 'tap'
import { order } from '../../../../domain/amendment/articles/order.ts'
import {
  alone,
  answered,
  bench,
  breaks,
  curl,
  exercise,
  holds,
  pushdown,
  raise,
  relaid,
  squat,
  stretch,
  together,
  walk,
} from '../harness.ts'

const swap =
  (one: number, other: number) =>
  <T>(list: T[]): T[] =>
    list.map((item, index) => (index === one ? list[other]! : index === other ? list[one]! : item))

t.test('holds in every compressed session', async (t) => {
  const mixed = answered([curl, squat, stretch, bench, walk, raise], 2900)
  t.equal(mixed.compressed.outcome, 'compressed')
  holds(t, order, mixed, 'sorted')
  t.same(
    mixed.compressed.layout.map(({ doses }) => doses[0]!.exercise.id),
    ['walk', 'squat', 'bench', 'curl', 'raise'],
  )
})

t.test('an unchanged session keeps the order that its coach wrote', async (t) => {
  const asWritten = answered([curl, squat], 6000)
  t.equal(asWritten.compressed.outcome, 'unchanged')
  holds(t, order, asWritten, 'an accessory before a core lift')
})

t.test('breaks when an accessory comes before a core lift, or a section is out of order', async (t) => {
  const good = answered([squat, bench, curl, pushdown, stretch], 2600)
  breaks(t, order, relaid(good, swap(1, 2)), 'bench', /Bench \(core lifts\) comes after Curl \(the rest\)/)
  breaks(t, order, relaid(good, swap(0, 1)), 'squat', /comes after Bench/)
})

t.test('a group around a core lift stands with the core lifts', async (t) => {
  const a = exercise('press', 'core', ['shoulders'], { group: 'a' })
  const b = exercise('row', 'accessory', ['lats'], { group: 'a' })
  const good = answered([curl, a, b, pushdown], 900)
  holds(t, order, good, 'the group leads')
  t.equal(good.compressed.layout[0]!.kind, 'programmed_group')
})

t.test('breaks when a warm-up comes late, or a cool-down early', async (t) => {
  const good = answered([walk, squat, curl, stretch, pushdown], 2129, { coreSetCap: 3 })
  t.same(
    good.compressed.layout.map(({ doses }) => doses[0]!.exercise.id),
    ['walk', 'squat', 'curl', 'pushdown', 'stretch'],
  )
  breaks(t, order, relaid(good, swap(0, 1)), 'walk', /\(warm-ups\) comes after Squat \(core lifts\)/)
  breaks(t, order, relaid(good, swap(3, 4)), 'pushdown', /\(the rest\) comes after Stretch \(cool-downs\)/)
})

t.test('a new group stands where its first member stood', async (t) => {
  const good = answered([squat, curl, raise, pushdown], 1850)
  const pairFirst = relaid(good, ([lift]) => [
    lift!,
    together(good, 'curl', 'pushdown'),
    alone(good, 'raise'),
  ])
  holds(t, order, pairFirst, 'curl, then raise')
  const pairLast = relaid(good, ([lift]) => [lift!, alone(good, 'raise'), together(good, 'curl', 'pushdown')])
  breaks(t, order, pairLast, 'curl', /Curl \(the rest\) comes after Raise/)
})
