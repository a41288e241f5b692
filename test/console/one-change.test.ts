/** One change of many: all of them, one after the other, come to what was typed. */
import fc from 'fast-check'
import t from 'tap'
import { withOneChange } from '../../console/src/amendment/one-change.ts'
import { ruleDifferences } from '../../console/src/amendment/spoken-rules.ts'
import { type Amendment, defaultAmendment } from '../../domain/amendment/amendment.ts'

const nameOf = (id: string): string => id

const ids = ['squat', 'row', 'curl', 'fly']
const idArbitrary = fc.constantFrom(...ids)

const amendmentArbitrary: fc.Arbitrary<Amendment> = fc
  .record({
    coreSetFloor: fc.integer({ min: 1, max: 3 }),
    coreSetCap: fc.constantFrom(null, 3, 4),
    bufferSeconds: fc.constantFrom(0, 60),
    allowSupersets: fc.boolean(),
    rules: fc.uniqueArray(
      fc.record({ id: idArbitrary, rule: fc.constantFrom('pinned', 'pinned-2', 'banned') }),
      {
        selector: ({ id }) => id,
      },
    ),
    priorities: fc.dictionary(idArbitrary, fc.constantFrom('high', 'low')),
    neverPair: fc.uniqueArray(fc.uniqueArray(idArbitrary, { minLength: 1, maxLength: 2 }), {
      selector: (entry) => [...entry].sort().join(),
    }),
  })
  .map(({ rules, ...rest }) => ({
    ...defaultAmendment,
    ...rest,
    pinned: rules
      .filter(({ rule }) => rule !== 'banned')
      .map(({ id, rule }) => (rule === 'pinned' ? { exerciseId: id } : { exerciseId: id, minSets: 2 })),
    banned: rules.filter(({ rule }) => rule === 'banned').map(({ id }) => id),
  }))

t.test('each change alone differs by exactly itself; all of them come to what was typed', async (t) => {
  fc.assert(
    fc.property(amendmentArbitrary, amendmentArbitrary, (before, after) => {
      const changes = ruleDifferences(before, after, nameOf)
      for (const change of changes) {
        const alone = ruleDifferences(before, withOneChange(before, after, change.key), nameOf)
        if (JSON.stringify(alone) !== JSON.stringify([change]))
          throw new Error(JSON.stringify({ change, alone }))
      }
      const all = changes.reduce((amendment, { key }) => withOneChange(amendment, after, key), before)
      if (ruleDifferences(all, after, nameOf).length > 0) throw new Error('they do not add up')
    }),
    { numRuns: 500, seed: 1 },
  )
  t.pass('500 pairs of amendments')
})
