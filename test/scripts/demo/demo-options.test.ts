/** What the demo command understands, and what it says to the rest. */
import t from 'tap'
import { demoPlans } from '../../../demo-plans/demo-plans.ts'
import { demoUsage, readDemoOptions } from '../../../scripts/demo/demo-options.ts'

t.test('everything left out', async (t) => {
  t.strictSame(readDemoOptions([]), { help: false, plans: demoPlans, closeUpMinutes: undefined })
})

t.test('everything said', async (t) => {
  const { plans, closeUpMinutes } = readDemoOptions(['--plan', 'dumbbell', '--target=180'])
  t.strictSame(
    plans.map(({ key }) => key),
    ['dumbbell'],
  )
  t.equal(closeUpMinutes, 180)
})

t.test('help names every plan', async (t) => {
  t.equal(readDemoOptions(['--help']).help, true)
  for (const { key } of demoPlans) t.match(demoUsage, key)
})

const faults: [options: string[], message: RegExp][] = [
  [['--plan', 'nope'], /^--plan: found "nope", expected one of barbell, dumbbell, upper-lower$/],
  [['--plan', ''], /^--plan: found "", /],
  [['--target', '14'], /^--target: found "14", expected whole minutes from 15 to 180$/],
  [['--target', '181'], /^--target: found "181", /],
  [['--target', '4.5e1'], /^--target: found "4.5e1", /],
  [['--fast'], /--fast/],
  [['barbell'], /barbell/],
]
for (const [options, message] of faults) {
  t.test(`refused: ${options.join(' ')}`, async (t) => {
    t.throws(() => readDemoOptions(options), { message })
  })
}
