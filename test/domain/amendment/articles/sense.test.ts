/** A9: no token sets, groups that make sense. */
import t from 'tap'
import { sense } from '../../../../domain/amendment/articles/sense.ts'
import {
  alone,
  answered,
  breaks,
  curl,
  exercise,
  holds,
  instead,
  pushdown,
  raise,
  relaid,
  squat,
  stretch,
  together,
} from '../harness.ts'

const cable = (id: string, muscle: string) => exercise(id, 'accessory', [muscle], { equipment: 'cable' })
const machine = (id: string, muscle: string) => exercise(id, 'accessory', [muscle], { equipment: 'machine' })
const inPlaceOf = (of: ReturnType<typeof answered>, ...ids: string[]) =>
  relaid(of, (layout) => [
    ...layout.filter(({ doses }) => !doses.some(({ exercise: { id } }) => ids.includes(id))),
    together(of, ...ids),
  ])

t.test('no token sets: an accessory keeps two, or all it had', async (t) => {
  const good = answered([squat, curl], 1300)
  holds(t, sense, good, 'two or more')
  breaks(t, sense, relaid(good, instead('curl', alone(good, 'curl', 1))), 'curl', /keeps 1 sets, too few/)
  const single = { ...curl, sets: 1 }
  holds(t, sense, answered([squat, single], 1150), 'one of one')
})

t.test('a cool-down stays whole or goes', async (t) => {
  const longStretch = { ...stretch, sets: 2 }
  const good = answered([squat, raise, longStretch], 1600)
  const cut = relaid(good, (layout) => [
    ...layout.filter(({ kind }) => kind !== 'cooldown'),
    alone(good, 'stretch', 1),
  ])
  breaks(t, sense, cut, 'stretch', /too few/)
})

t.test('groups need no more stations than the amendment allows', async (t) => {
  const exercises = [squat, cable('fly', 'chest'), machine('row', 'lats')]
  const one = answered(exercises, 1500)
  breaks(t, sense, inPlaceOf(one, 'fly', 'row'), 'fly', /needs 2 stations/, ['A11'])
  holds(t, sense, inPlaceOf(answered(exercises, 1500, { maxStations: 2 }), 'fly', 'row'), 'two are allowed')
  const none = answered([squat, cable('fly', 'chest'), curl], 1500, { maxStations: 0 })
  breaks(t, sense, inPlaceOf(none, 'fly', 'curl'), 'fly', /needs 1 stations/, ['A11'])
})

t.test('the same muscle twice in a group only where the amendment allows', async (t) => {
  const hammer = exercise('hammer', 'accessory', ['biceps'])
  breaks(
    t,
    sense,
    inPlaceOf(answered([squat, curl, hammer], 1500), 'curl', 'hammer'),
    'curl',
    /same muscle/,
    ['A11'],
  )
  holds(
    t,
    sense,
    inPlaceOf(answered([squat, curl, hammer], 1500, { allowSameMusclePairs: true }), 'curl', 'hammer'),
    'allowed',
  )
})

t.test('supersets and blocks only where the amendment allows', async (t) => {
  const exercises = [squat, curl, pushdown, raise]
  const noPairs = answered(exercises, 1700, { allowSupersets: false })
  breaks(t, sense, inPlaceOf(noPairs, 'curl', 'pushdown'), 'curl', /superset, which the amendment forbids/, [
    'A11',
  ])
  const noBlocks = answered(exercises, 1700, { allowBlocks: false })
  breaks(
    t,
    sense,
    inPlaceOf(noBlocks, 'curl', 'pushdown', 'raise'),
    'curl',
    /block, which the amendment forbids/,
    ['A11'],
  )
})

t.test('set counts in a group differ by one at most, and only accessories are grouped', async (t) => {
  const good = answered([squat, { ...curl, sets: 5 }, pushdown], 1500)
  breaks(t, sense, inPlaceOf(good, 'curl', 'pushdown'), 'curl', /differ by more than one/, ['A11'])
  const intervals = exercise('intervals', 'conditioning', ['cardio'])
  const mixed = answered([squat, curl, intervals], 1500)
  breaks(t, sense, inPlaceOf(mixed, 'curl', 'intervals'), 'curl', /may not be grouped/, ['A11'])
})

t.test('conditioning and the floor that the amendment raises', async (t) => {
  const run = exercise('run', 'conditioning', ['cardio'])
  const good = answered([squat, { ...run, sets: 4 }], 1080 + 334, { accessorySetFloor: 3 })
  holds(t, sense, good, 'three or more')
  breaks(t, sense, relaid(good, instead('run', alone(good, 'run', 2))), 'run', /keeps 2 sets, too few/)
})

t.test('a block of three may need two stations where two are allowed; four are no group', async (t) => {
  const exercises = [squat, cable('fly', 'chest'), machine('row', 'lats'), curl, pushdown]
  const two = answered(exercises, 2300, { maxStations: 2 })
  holds(t, sense, inPlaceOf(two, 'fly', 'row', 'curl'), 'cable, machine and none')
  breaks(t, sense, inPlaceOf(answered(exercises, 2300), 'fly', 'row', 'curl'), 'fly', /needs 2 stations/)
  breaks(t, sense, inPlaceOf(two, 'fly', 'row', 'curl', 'pushdown'), 'fly', /is in a group of 4/)
})

t.test('rivals both ways are the same muscle: row and pull-down', async (t) => {
  const row = exercise('row', 'accessory', ['middle_back'], { secondaryMuscles: ['lats'] })
  const pulldown = exercise('pulldown', 'accessory', ['lats'], { secondaryMuscles: ['middle_back'] })
  const good = answered([squat, row, pulldown], 1600)
  breaks(t, sense, inPlaceOf(good, 'row', 'pulldown'), 'row', /same muscle/)
})

t.test("a member of the coach's group is in no new one, unless a ban leaves it alone", async (t) => {
  const session = [squat, { ...curl, group: 'a' }, { ...raise, group: 'a' }, pushdown]
  const grouped = answered(session, 1874)
  breaks(t, sense, inPlaceOf(grouped, 'curl', 'pushdown'), 'curl', /may not be grouped/, ['A8'])
  const banned = answered(session, 1550, { banned: ['raise'] })
  holds(t, sense, inPlaceOf(banned, 'curl', 'pushdown'), 'the curl is a single')
})
