/** The auditor finds each kind of fault: right answers, spoilt in one place. */
import t from 'tap'
import { type Amendment, defaultAmendment } from '../../../../domain/amendment/amendment.ts'
import type { SessionAnswer } from '../../../../domain/compressor/answer.ts'
import { compressSession } from '../../../../domain/compressor/compress.ts'
import { audit } from './audit.ts'
import { exercise, set } from './exercise.ts'

const squat = exercise('squat', {
  role: 'core',
  station: 'rack',
  setupSeconds: 120,
  restSeconds: 180,
  primaryMuscles: ['quadriceps'],
  warmupSets: [set(25, 45, { seconds: 25, warmup: true }), set(20, 45, { reps: 5, warmup: true })],
})
const session = {
  id: 's',
  name: 's',
  weekNumber: 1,
  dayOfWeek: 1,
  exercises: [
    exercise('jog', { role: 'warmup', setupSeconds: 15, workingSets: [set(300, 0, { seconds: 300 })] }),
    squat,
    exercise('press'),
    exercise('pull', { primaryMuscles: ['lats'] }),
    exercise('curl', { primaryMuscles: ['biceps'], secondaryMuscles: ['forearms'] }),
  ],
}

const complaintsAbout = (
  spoil: (answer: SessionAnswer) => void,
  targetMinutes = 25,
  words: Partial<Amendment> = {},
): string => {
  const answer = structuredClone(compressSession(session, defaultAmendment, targetMinutes))
  spoil(answer)
  return audit(session, { ...defaultAmendment, ...words }, targetMinutes, answer).join('\n')
}

t.test('right answers get no complaint', async (t) => {
  for (const targetMinutes of [15, 20, 25, 30, 45, 60]) {
    t.equal(
      complaintsAbout(() => {}, targetMinutes),
      '',
      `${targetMinutes} min`,
    )
  }
})

const segmentOf = (answer: SessionAnswer, id: string) =>
  answer.segments.find(({ exercises }) => exercises.some(({ exerciseId }) => exerciseId === id))!
const exerciseOf = (answer: SessionAnswer, id: string) =>
  segmentOf(answer, id).exercises.find(({ exerciseId }) => exerciseId === id)!

const faults: [string, RegExp, (answer: SessionAnswer) => void][] = [
  ['a core lift is gone', /A1: core lift squat/, (answer) => answer.segments.shift()],
  ['the order is turned round', /A2: /, (answer) => answer.segments.reverse()],
  [
    'a core lift is paired',
    /A3: .*\n?.*/,
    (answer) => {
      const group = answer.segments.find(({ kind }) => kind !== 'core_lift')!
      group.exercises.push(...answer.segments.shift()!.exercises)
    },
  ],
  ['a core set goes too early', /A4: squat lost a set/, (answer) => exerciseOf(answer, 'squat').sets.pop()],
  [
    'a core rest is shortened',
    /A5: squat rests at a level/,
    (answer) => {
      exerciseOf(answer, 'squat').restSeconds = 108
    },
  ],
  [
    'a repetition is lost',
    /A6: working sets of squat/,
    (answer) => {
      exerciseOf(answer, 'squat').sets.at(-1)!.reps = 7
    },
  ],
  ['a ramp is cut too early', /A7: a ramp was cut/, (answer) => exerciseOf(answer, 'squat').sets.shift()],
  [
    'seconds are made up',
    /A11: the duration/,
    (answer) => {
      answer.compressedDurationSeconds -= 60
    },
  ],
  [
    'the minimum is made up',
    /A11: the minimum/,
    (answer) => {
      answer.minimumAchievableSeconds -= 1
    },
  ],
  [
    'the share of value is made up',
    /retained size should be/,
    (answer) => {
      answer.retained.size = 1
    },
  ],
  ['a change record is missing', /no change record of its own/, (answer) => answer.changes.pop()],
  [
    'savings do not add up',
    /the seconds saved do not add up/,
    (answer) => {
      answer.changes[0]!.secondsSaved += 1
    },
  ],
]

for (const [name, complaint, spoil] of faults) {
  t.test(`complains when ${name}`, async (t) => {
    t.match(complaintsAbout(spoil), complaint)
  })
}

t.test('complains when the amendment says otherwise', async (t) => {
  const asIs = () => {}
  t.match(complaintsAbout(asIs, 25, { banned: ['press'] }), /A8: press is banned/)
  t.match(complaintsAbout(asIs, 15, { pinned: [{ exerciseId: 'curl' }] }), /A8: curl has fewer sets/)
  t.match(complaintsAbout(asIs, 25, { allowSupersets: false, allowBlocks: false }), /may not be grouped/)
  t.match(complaintsAbout(asIs, 60, { banned: ['jog'] }), /A10: unchanged where it should be compressed/)
})

t.test('complains when a session that fits is changed', async (t) => {
  t.match(
    complaintsAbout((answer) => answer.segments.pop(), 60),
    /A10: changed, though it fits/,
  )
})
