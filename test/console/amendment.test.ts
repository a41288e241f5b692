/** The amendment editor: what is typed is what is saved, contradictions stand at their field, and two coaches meet. */
import { demoPlans, demoUser } from '../../demo-plans/demo-plans.ts'
import { bearer } from '../helper.ts'
import { axeFaults, type Console, consoleTests } from './console.ts'

const test = await consoleTests()
const plan = demoPlans[2]
if (plan === undefined) throw new Error('there is no coached demo plan')
const path = `/api/v1/plans/${plan.id}/amendment`
const coach = { as: 'demo-coach', roles: ['coach'], hash: `#/plans/${plan.id}/amendment` }
const headers = bearer('demo-coach', ['coach'])

const saved = async ({ app }: Console) => (await app.inject({ url: path, headers })).json()

/** As the other coach's tab would. */
const changeElsewhere = async (console: Console, change: object): Promise<void> => {
  const { version, amendment } = await saved(console)
  const answer = await console.app.inject({
    method: 'PUT',
    url: path,
    headers: { ...headers, 'if-match': `"${version}"` },
    payload: { ...amendment, ...change },
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

test('every kind of rule is saved as it was typed; its effect is shown, and undone', async (t, console) => {
  const before = await saved(console)
  const page = await console.visit(coach)
  await page.locator('.effects li').first().waitFor()
  await page.getByLabel('Core lifts keep at least').selectOption('3')
  await page.getByLabel('Core lifts, when shortened, at most').selectOption('')
  await page.getByLabel('Stations in a group, at most').selectOption('2')
  await page.getByLabel('Seconds kept free at the end').fill('120')
  await page.getByLabel('Pairs of one muscle').check()
  await page.getByLabel('Rule for Lat pull-down').selectOption('pinned')
  await page.getByLabel('Sets that Lat pull-down keeps').selectOption('3')
  await page.getByLabel('Rule for Leg extension').selectOption('banned')
  await page.getByLabel('Priority of Hip thrust').selectOption('high')
  await page.getByLabel('never grouped: Leg curl').check()
  await page.getByRole('combobox', { name: 'Never', exact: true }).selectOption({ label: 'Cable fly' })
  await page.getByRole('combobox', { name: 'together with' }).selectOption({ label: 'Hammer curl' })
  await page.getByRole('button', { name: 'Add' }).click()
  t.match(await page.locator('.saving').textContent(), /10 changes, not saved yet/)
  t.match(await page.locator('.saving .differences').textContent(), 'Leg extensionnothing saidbanned')
  await page.getByText(/As typed, beside as saved: [1-4] of 4 sessions would be different/).waitFor()
  await page.locator('.saving .alone:not(:empty)').nth(9).waitFor()
  const spoken = () => page.locator('.effects > li > span:first-of-type').allTextContents()
  const tried = await spoken()
  t.ok(
    (await page.locator('.effects ul').allTextContents()).some((text) => /→/.test(text)),
    'exercise by exercise',
  )
  t.strictSame(await axeFaults(page), [], 'axe-core finds nothing')
  t.strictSame(await saved(console), before, 'nothing is saved by typing')

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Version 2. Nothing is changed.').waitFor()
  const { version, amendment } = await saved(console)
  t.equal(version, 2)
  t.match(amendment, {
    coreSetFloor: 3,
    coreSetCap: null,
    maxStations: 2,
    bufferSeconds: 120,
    allowSameMusclePairs: true,
    priorities: { ...before.amendment.priorities, 'hip-thrust': 'high' },
  })
  t.ok(
    amendment.pinned.some(
      (pin: object) => JSON.stringify(pin) === '{"exerciseId":"lat-pull-down","minSets":3}',
    ),
  )
  t.ok(amendment.banned.includes('leg-extension'))
  const pairs = amendment.neverPair.map((entry: string[]) => entry.join(' '))
  t.ok(pairs.includes('leg-curl') && pairs.includes('cable-fly hammer-curl'))
  await page.getByText('By the amendment as saved').waitFor()
  await page.locator('.effects[aria-busy="false"] li[data-changed="true"]').first().waitFor()
  t.match(await page.locator('.effects').textContent(), 'was 4')
  t.strictSame(await spoken(), tried, 'it does what it was said to do')

  await page.getByRole('button', { name: 'Undo the last save' }).click()
  await page.getByText('Version 3. Nothing is changed.').waitFor()
  t.strictSame((await saved(console)).amendment, before.amendment)
})

test('each change says what it does alone, while it is typed', async (t, { visit }) => {
  const page = await visit(coach)
  const alone = (rule: string) => page.locator('.saving .differences tr', { hasText: rule }).locator('.alone')
  await page.getByLabel('Supersets').uncheck()
  await alone('Supersets')
    .getByText(/size \d+ % → \d+ %/)
    .waitFor()
  const first = await alone('Supersets').textContent()
  await page.getByLabel('Rule for Leg extension').selectOption('banned')
  await alone('Leg extension').getByText('changes nothing here').waitFor()
  t.equal(await alone('Supersets').textContent(), first, 'whatever else is changed')
  await page.getByRole('button', { name: 'Drop my changes' }).click()
  await page.getByText('By the amendment as saved').waitFor()
  t.equal(await page.locator('.saving .differences').count(), 0)
})

test('contradictions stand at their fields before anybody saves, and nothing typed is lost', async (t, console) => {
  const before = await saved(console)
  const page = await console.visit(coach)
  await page.getByLabel('Core lifts keep at least').selectOption('6')
  await page.getByLabel('Rule for Bench press').selectOption('banned')
  const floor = page.getByLabel('Core lifts keep at least')
  await page.getByText('coreSetFloor is 6, which is above coreSetCap, 3').waitFor()
  t.equal(await floor.getAttribute('aria-invalid'), 'true')
  t.strictSame(await axeFaults(page), [], 'axe-core finds nothing')
  t.ok(
    await page.locator('.limit-fields label', { has: floor }).getByText('above coreSetCap').isVisible(),
    'at the field',
  )
  const row = page.locator('.exercise-rule', { hasText: 'Bench press' }).first()
  t.match(await row.textContent(), 'exercise "bench-press" is banned, but is a core lift')
  t.equal(await floor.inputValue(), '6')
  await page.getByText('the last that did not is shown').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('coreSetFloor is 6, which is above coreSetCap, 3').waitFor()
  t.strictSame(await saved(console), before)
  await floor.selectOption('3')
  await page.getByLabel('Rule for Bench press').selectOption('free')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(`Version ${before.version + 1}. Nothing is changed.`).waitFor()
  t.equal(await page.locator('.fault').count(), 0)
})

test('two coaches: both versions side by side, what was typed stays, and either can win', async (t, console) => {
  const page = await console.visit(coach)
  const { version } = await saved(console)
  await page.getByLabel('Accessories keep at least').selectOption('4')
  await changeElsewhere(console, { bufferSeconds: 300 })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(`Somebody else saved version ${version + 1} meanwhile.`).waitFor()
  t.strictSame(await axeFaults(page), [], 'axe-core finds nothing')
  const both = await page.locator('.trouble .differences').textContent()
  t.match(both, 'Accessories that stay keep at least2 sets4 sets')
  t.match(both, 'Kept free at the end5 min0 s')
  t.equal(await page.getByLabel('Accessories keep at least').inputValue(), '4', 'nothing typed is lost')
  await page.getByRole('button', { name: 'Save mine over theirs' }).click()
  await page.getByText(`Version ${version + 2}. Nothing is changed.`).waitFor()
  t.match((await saved(console)).amendment, { accessorySetFloor: 4, bufferSeconds: 0 })

  await page.getByLabel('Accessories keep at least').selectOption('5')
  await changeElsewhere(console, { bufferSeconds: 60 })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await page.getByText(`Version ${version + 3}. Nothing is changed.`).waitFor()
  t.equal(await page.getByLabel('Seconds kept free at the end').inputValue(), '60')
  t.equal(await page.getByLabel('Accessories keep at least').inputValue(), '4')
})

test('a look at another page costs nothing that was typed', async (t, { visit }) => {
  const page = await visit(coach)
  await page.getByLabel('Stations in a group, at most').selectOption('3')
  await page.getByRole('navigation').getByRole('link', { name: 'Plans' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor()
  await page.goBack()
  await page.getByText('1 change, not saved yet').waitFor()
  t.equal(await page.getByLabel('Stations in a group, at most').inputValue(), '3')
})

test('the athlete reads, and can’t write', async (t, { visit }) => {
  const page = await visit({ as: demoUser, hash: coach.hash })
  await page.getByText('Only the plan’s coach writes its amendment').waitFor()
  t.ok(await page.getByLabel('Core lifts keep at least').isDisabled())
  t.equal(await page.getByRole('button', { name: 'Save', exact: true }).count(), 0)
})
