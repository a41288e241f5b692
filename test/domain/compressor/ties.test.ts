/** Answers of equal value: fewer changes, then shorter, then exercise by exercise. Each session leaves one choice open. */
import t from 'tap'
import { answered, exercise } from '../amendment/harness.ts'

/** "curl 3, raise 2 short, row+fly 3" */
const written = ({ compressed }: ReturnType<typeof answered>): string =>
  compressed.layout
    .map(({ doses }) => {
      const ids = doses.map((dose) => dose.exercise.id).join('+')
      return `${ids} ${doses.map((dose) => dose.retained.length).join('+')}${doses[0]!.level === 'short' ? ' short' : ''}`
    })
    .join(', ')

// Twelve sets of chest are over the cap of eleven: further ones are worth nothing. 45 + 12·35 + 11·150 = 2115 s.
const press = exercise('press', 'core', ['chest'], { sets: 12 })
const fly = (id: string, sets: number) => exercise(id, 'accessory', ['chest'], { sets })

t.test('fewer exercises changed: one that is worth nothing stays where it fits whole', async (t) => {
  // 3 sets 300 s, 2 sets 190 s
  t.equal(written(answered([press, fly('a', 3), fly('b', 2)], 2115 + 190)), 'press 12, b 2')
})

t.test(
  'shorter: of two that are worth nothing the quicker stays; one that is changed anyway goes',
  async (t) => {
    t.equal(written(answered([press, fly('a', 3), fly('b', 2)], 2115 + 300)), 'press 12, b 2')
    t.equal(written(answered([press, fly('a', 3)], 2115 + 299)), 'press 12')
  },
)

t.test('more sets for the earlier', async (t) => {
  // 45 s of rest has no short level; 240 s each, a set 80; one muscle, so that only the sum counts
  const raises = ['a', 'b'].map((id) => exercise(id, 'accessory', ['shoulders'], { restSeconds: 45 }))
  t.equal(written(answered(raises, 480 - 80)), 'a 3, b 2')
})

t.test('programmed rest for the earlier', async (t) => {
  // 300 s each, at short rest 240
  const raises = ['a', 'b'].map((id) => exercise(id, 'accessory', ['shoulders']))
  t.equal(written(answered(raises, 600 - 60)), 'a 3, b 3 short')
})

t.test('the earlier alone, then with the earlier partner', async (t) => {
  const four = ['biceps', 'calves', 'neck', 'traps'].map((muscle, at) =>
    exercise('abcd'[at]!, 'accessory', [muscle]),
  )
  // 300 s each, a pair 435: one pair saves 165
  t.equal(written(answered(four, 1200 - 165)), 'a 3, b 3, c+d 3+3')
  t.equal(written(answered(four, 1200 - 330, { allowBlocks: false })), 'a+b 3+3, c+d 3+3')
})
