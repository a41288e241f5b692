/** Every page, light and dark, on a phone and on a wide screen: nothing for axe-core to find, nothing cut off. */
import { demoPlans, demoUser } from '../../demo-plans/demo-plans.ts'
import { bearer } from '../helper.ts'
import { axeFaults, type Console, consoleTests, overflowPixels, type Visit } from './console.ts'

const test = await consoleTests()
const [barbell, dumbbell, upperLower] = demoPlans
const squat = `#/plans/${barbell.id}/sessions/squat`
const athlete = { as: demoUser, roles: ['athlete'] }
const coach = { as: 'demo-coach', roles: ['coach'] }
const curator = { as: 'curator-2', roles: ['curator'] }

const draftPage = async ({ app }: Console): Promise<string> => {
  const payload = { name: 'Suitcase carry on a beam', equipment: 'dumbbell', primaryMuscles: ['forearms'] }
  const headers = bearer('curator-1', ['curator'])
  const { statusCode, json } = await app.inject({
    method: 'POST',
    url: '/api/internal/curation/movements',
    headers,
    payload,
  })
  if (statusCode === 201) return `#/curation/${json().id}`
  const list = await app.inject({ url: '/api/internal/curation/movements?search=suitcase', headers })
  return `#/curation/${list.json().items[0].id}`
}

type Place = [name: string, visit: Visit | ((console: Console) => Promise<Visit>), ready: string]
const places: Place[] = [
  ['the door', {}, '.demo-people'],
  ['plans', athlete, '.plan-list'],
  ['a plan', { ...athlete, hash: `#/plans/${dumbbell?.id}` }, '.session-time:has-text(":")'],
  ['the crunch view', { ...athlete, hash: squat }, '.time-bars[data-stale="false"]'],
  ['the sheet', { ...athlete, hash: `${squat}/sheet/45` }, '.sheet-blocks'],
  ['the amendment', { ...coach, hash: `#/plans/${upperLower?.id}/amendment` }, '.effects li'],
  ['curation', async (console) => ({ ...curator, hash: await draftPage(console) }), '.audit li'],
]

for (const [name, visit, ready] of places) {
  for (const width of [390, 1_440]) {
    test(`${name} at ${width} px`, async (t, console) => {
      const where = typeof visit === 'function' ? await visit(console) : visit
      for (const theme of ['light', 'dark'] as const) {
        const page = await console.visit({ ...where, theme, width })
        await page.waitForSelector(ready)
        t.strictSame(await axeFaults(page), [], `${theme}: axe-core finds nothing`)
        t.equal(await overflowPixels(page), 0, `${theme}: nothing to scroll sideways for`)
        const folder = process.env.CONSOLE_PICTURES
        if (folder) await page.screenshot({ path: `${folder}/${name}-${width}-${theme}.png`, fullPage: true })
      }
    })
  }
}
