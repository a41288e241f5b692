/** The board of drafts: from draft to library through two curators, with everything a reviewer needs to see. */
import { bearer } from '../helper.ts'
import { document as draftOf } from '../routes/curation/curation-client.ts'
import { axeFaults, type Console, consoleTests } from './console.ts'

const test = await consoleTests()
const drafts = '/api/internal/curation/movements'

const begin = async ({ app }: Console, name: string, change = {}): Promise<string> => {
  const headers = bearer('curator-1', ['curator'])
  const answer = await app.inject({ method: 'POST', url: drafts, headers, payload: draftOf(name, change) })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json().id
}

const stateOf = async ({ app }: Console, id: string) =>
  (await app.inject({ url: `${drafts}/${id}`, headers: bearer('curator-1', ['curator']) })).json()

const visitAs = (as: string, id = '') => ({ as, roles: ['curator'], hash: `#/curation${id && `/${id}`}` })

test('submit, request changes, submit, approve by another, publish: column by column, into the library', async (t, console) => {
  const name = 'Atlas carry around a cone'
  const id = await begin(console, name)
  const author = await console.visit(visitAs('curator-1'))
  const reviewer = await console.visit(visitAs('curator-2', id))
  const column = (page: typeof author, title: string) =>
    page.locator('.board-column', { hasText: title }).getByText(name)

  await author.getByRole('link', { name }).click()
  await author.getByText('It is a new movement').waitFor()
  await author.getByRole('button', { name: 'Submit for review' }).click()
  await column(author, 'Ready for review').waitFor()

  await author.getByRole('button', { name: 'Approve' }).click()
  await author.getByText('You may not do this').waitFor()
  t.equal((await stateOf(console, id)).status, 'READY_FOR_REVIEW', 'nobody approves their own work')

  await reviewer.reload()
  await reviewer.getByLabel('Bearer token').fill(bearer('curator-2', ['curator']).authorization)
  await reviewer.getByRole('button', { name: 'Sign in' }).click()
  await reviewer.getByRole('button', { name: 'Request changes' }).click()
  await reviewer.getByText('Say what should change.').waitFor()
  await reviewer.getByLabel('Comment').fill('Which cone?')
  await reviewer.getByRole('button', { name: 'Request changes' }).click()
  await column(reviewer, 'Changes requested').waitFor()
  await reviewer.getByText('Which cone?').waitFor()
  await reviewer.getByRole('button', { name: 'Submit for review' }).click()
  await column(reviewer, 'Ready for review').waitFor()

  const third = await console.visit(visitAs('curator-3', id))
  await third.getByRole('button', { name: 'Approve' }).click()
  await column(third, 'Approved').waitFor()
  await third.getByRole('button', { name: 'Publish' }).click()
  await column(third, 'Published').waitFor()
  const movement = await console.app.inject({
    url: '/api/v1/movements/atlas-carry-around-a-cone',
    headers: bearer('athlete-1'),
  })
  t.equal(movement.statusCode, 200)
})

test('a next version shows what it would change in the library', async (t, console) => {
  const headers = bearer('curator-1', ['curator'])
  const library = await console.app.inject({
    url: '/api/internal/curation/library?search=goblet-squat',
    headers,
  })
  const { coreLift: _core, openDraftId: _open, ...published } = library.json().items[0]
  const aliases = [...published.aliases, 'Cup squat of a test']
  const answer = await console.app.inject({
    method: 'POST',
    url: drafts,
    headers,
    payload: { ...published, aliases },
  })
  t.equal(answer.statusCode, 201)
  const page = await console.visit(visitAs('curator-2', answer.json().id))
  await page.locator('.differences').waitFor()
  t.equal(await page.locator('.differences tbody tr').count(), 1)
  t.match(await page.locator('ins').textContent(), 'Cup squat of a test')
})

test('an incomplete draft says what is open; one that somebody else moved is shown anew', async (t, console) => {
  const id = await begin(console, 'Half a movement', { pattern: null, level: null })
  const page = await console.visit(visitAs('curator-1', id))
  await page.getByLabel('Comment').fill('Ready, I think')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.locator('#move-fault', { hasText: 'pattern' }).waitFor()
  t.match(await page.locator('#move-fault').textContent(), 'level')
  t.equal(await page.getByLabel('Comment').inputValue(), 'Ready, I think', 'nothing typed is lost')

  const other = await begin(console, 'Moved elsewhere')
  const second = await console.visit(visitAs('curator-2', other))
  await second.getByRole('button', { name: 'Submit for review' }).waitFor()
  const headers = bearer('curator-1', ['curator'])
  await console.app.inject({ method: 'POST', url: `${drafts}/${other}/submit`, headers })
  await second.getByRole('button', { name: 'Submit for review' }).click()
  await second.getByText('Somebody else has moved or changed this draft').waitFor()
  await second.getByRole('button', { name: 'Approve' }).waitFor()
  t.equal((await stateOf(console, other)).version, 2, 'moved once')
})

test('search narrows every column; whoever is no curator sees no board', async (t, console) => {
  await begin(console, 'Needle in the board')
  const page = await console.visit(visitAs('curator-1'))
  await page.getByText('Needle in the board').waitFor()
  await page.getByLabel('Search').fill('needle')
  await page.locator('.board-column').first().getByText('Draft 1').waitFor()
  t.equal(await page.locator('.board-column li').count(), 1)
  const athlete = await console.visit({ as: 'athlete-1', hash: '#/curation' })
  await athlete.getByText('You may not do this').first().waitFor()
  t.equal(await athlete.getByRole('link', { name: 'Curation' }).count(), 0)
})

test('a movement is begun and written on the board; what the service does not know stands at its field', async (t, console) => {
  const page = await console.visit(visitAs('curator-1'))
  await page.getByRole('link', { name: 'New movement' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.draft-form .fault').first().waitFor()
  t.equal(await page.getByLabel('Name', { exact: true }).getAttribute('aria-invalid'), 'true')
  await page.getByLabel('Name', { exact: true }).fill('Sled drag on the board')
  await page.getByLabel('Primary muscles').fill('quads\nknee muscle')
  await page.getByLabel('Set-up seconds').fill('soon')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('#fault-setupSeconds').waitFor()
  await page.getByLabel('Set-up seconds').fill('90')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('#fault-primaryMuscles', { hasText: 'knee muscle' }).waitFor()
  t.strictSame(await axeFaults(page), [], 'axe-core finds nothing')
  await page.getByLabel('Primary muscles').fill('quads')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Sled drag on the board' }).waitFor()
  const id = page.url().split('/').at(-1) ?? ''
  t.match(await stateOf(console, id), {
    primaryMuscles: ['quadriceps'],
    setupSeconds: 90,
    pattern: null,
    version: 1,
  })

  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Pattern').selectOption('carry')
  await page.getByLabel('Aliases').fill('Sledge pull\n Prowler drag ')
  await page.getByRole('link', { name: 'Close' }).click()
  await page.getByRole('link', { name: 'Sled drag on the board' }).click()
  t.equal(await page.getByLabel('Pattern').inputValue(), 'carry', 'a look elsewhere costs nothing')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Edit' }).waitFor()
  t.match(await stateOf(console, id), {
    pattern: 'carry',
    aliases: ['Sledge pull', 'Prowler drag'],
    version: 2,
  })
})

test('two curators write one draft: nothing is lost, and either can win', async (t, console) => {
  const id = await begin(console, 'Written by two')
  const changeElsewhere = async (change: object) => {
    const { version, ...draft } = await stateOf(console, id)
    const answer = await console.app.inject({
      method: 'PUT',
      url: `${drafts}/${id}`,
      headers: { ...bearer('curator-2', ['curator']), 'if-match': `"${version}"` },
      payload: { ...draft, ...change },
    })
    t.equal(answer.statusCode, 200)
  }
  const page = await console.visit(visitAs('curator-1', id))
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Level').selectOption('advanced')
  await changeElsewhere({ setupSeconds: 45 })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Somebody else saved version 2 meanwhile.').waitFor()
  t.match(
    await page.locator('.trouble').textContent(),
    'differs from theirs in 2 fields: level, setup seconds',
  )
  t.strictSame(await axeFaults(page), [], 'axe-core finds nothing')
  await page.getByRole('button', { name: 'Save mine over theirs' }).click()
  await page.getByRole('button', { name: 'Edit' }).click()
  t.match(await stateOf(console, id), { level: 'advanced', setupSeconds: null, version: 3 })

  await page.getByLabel('Level').selectOption('beginner')
  await changeElsewhere({ name: 'Written by another' })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Take theirs' }).click()
  t.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Written by another')
  t.equal(await page.getByLabel('Level').inputValue(), 'advanced')
})
