/** The crunch view: what it shows is what the service answers, at once, at every minute. */
import type { Page } from 'playwright-core'
import { demoPlans, demoUser } from '../../demo-plans/demo-plans.ts'
import { bearer } from '../helper.ts'
import { axeFaults, type Console, consoleTests } from './console.ts'

const test = await consoleTests()
const planId = demoPlans[0].id
const squat = { as: demoUser, hash: `#/plans/${planId}/sessions/squat` }

const answerOf = async (
  { app }: Console,
  targetMinutes: number,
  plan = planId,
  session = 'squat',
  as = demoUser,
) => {
  const payload = { planId: plan, targetMinutes, sessionIds: [session] }
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/time-crunch/preview',
    headers: bearer(as),
    payload,
  })
  return answer.json().sessions[0]
}

const dial = async (page: Page, minutes: number): Promise<void> => {
  await page.getByRole('slider').fill(String(minutes))
  await page
    .locator(`.time-bars[data-stale="false"] figcaption:has-text("With ${minutes} minutes")`)
    .waitFor()
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

test('figures, sentences, articles and muscles are the service’s, at five targets', async (t, console) => {
  const page = await console.visit(squat)
  for (const minutes of [20, 30, 45, 60, 180]) {
    await dial(page, minutes)
    const answer = await answerOf(console, minutes)
    const figures = await page.locator('.dial-figures dd:nth-child(2)').allTextContents()
    t.strictSame(
      figures,
      [
        clock(answer.compressedDurationSeconds),
        `${Math.floor(100 * answer.retained.size + 1e-9)} %`,
        `${Math.floor(100 * answer.retained.strength + 1e-9)} %`,
      ],
      `${minutes} minutes`,
    )
    const changed = answer.changes.filter(({ kinds }: { kinds: string[] }) => !kinds.includes('kept'))
    const shown = (await page.locator('.changes li').allTextContents()).join('\n')
    t.equal(await page.locator('.changes li').count(), changed.length)
    for (const { reason } of changed) t.ok(shown.includes(reason), reason)
    t.equal(await page.locator('.articles .tick').count(), 11)
    t.equal(await page.locator('.articles .tick.broken').count(), 0)
    t.equal(await page.locator('.muscles tbody tr').count(), answer.retained.muscles.length)
  }
})

test('bars are to scale: every segment as wide as its seconds, pairs side by side, the core lift the same', async (t, console) => {
  const page = await console.visit(squat)
  await dial(page, 45)
  const answer = await answerOf(console, 45)
  const svg = page.locator('.time-bars svg')
  const width = Number(await svg.getAttribute('width'))
  const perSecond = width / answer.originalDurationSeconds
  // The second strip: set-ups begin a segment each.
  const setups = await page.evaluate<{ x: number; y: number; width: number }[]>(
    "[...document.querySelectorAll('.time-bars svg .setup')].map(({ x, y, width }) => ({ x: x.baseVal.value, y: y.baseVal.value, width: width.baseVal.value }))",
  )
  const below = setups.filter(({ y }) => y > 100)
  t.equal(below.length, answer.segments.length)
  let from = 0
  for (const [index, { timing }] of answer.segments.entries()) {
    t.ok(Math.abs((below[index]?.x ?? -9) - from * perSecond) < 0.6, `segment ${index + 1} begins in time`)
    t.ok(
      Math.abs((below[index]?.width ?? -9) - timing.setupSeconds * perSecond) < 0.6,
      'its set-up is to scale',
    )
    from += timing.totalSeconds
  }
  t.equal(await svg.locator('.bar-labels text', { hasText: '3+7' }).count(), 1, 'a pair shares its place')
  t.equal(await svg.locator('.bar-labels .lock').count(), 2, 'locked above and below')
})

test('slider to repaint: under 50 ms, over the whole range', async (t, { visit }) => {
  const page = await visit(squat)
  await dial(page, 45)
  const times = await page.evaluate<number[]>(`(async () => {
    const slider = document.querySelector('input[type=range]')
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const times = []
    for (let minutes = 15; minutes <= 90; minutes += 3) {
      await frame()
      const started = performance.now()
      set.call(slider, String(minutes))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      while (!document.querySelector('.dial-minutes').textContent.startsWith(String(minutes))) await frame()
      await frame()
      times.push(performance.now() - started)
    }
    return times
  })()`)
  const sorted = times.toSorted((one, other) => one - other)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 1_000
  t.ok(
    median < 50,
    `median ${median.toFixed(1)} ms, longest ${sorted.at(-1)?.toFixed(1)} ms of ${times.length}`,
  )
})

test('keys move the slider; its words tell what the picture shows', async (t, { visit }) => {
  const page = await visit(squat)
  await dial(page, 45)
  const slider = page.getByRole('slider')
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  t.match(
    await slider.getAttribute('aria-valuetext'),
    /^46 minutes: fits, takes 4\d:\d\d, size \d+ %, strength 100 %$/,
  )
  await page.keyboard.press('Home')
  t.match(await slider.getAttribute('aria-valuetext'), /^15 minutes: /)
  await page.getByRole('button', { name: '60', exact: true }).click()
  t.equal(await slider.inputValue(), '60')
})

test('a step’s answer serves each of its minutes; a change says when it is back, and shows it', async (t, {
  visit,
}) => {
  const page = await visit(squat)
  await dial(page, 45)
  await page.getByRole('button', { name: 'show at 53 min' }).first().click()
  t.equal(await page.getByRole('slider').inputValue(), '53')
  await page.locator('.knees .chip').first().click()
  const knee = await page.locator('.knees .chip').first().textContent()
  t.equal(await page.getByRole('slider').inputValue(), knee?.split(' ')[0])
})

test('unmet: said plainly, with what holds it and what would be enough', async (t, { app, visit }) => {
  const exercise = {
    role: 'core',
    primaryMuscles: ['quadriceps'],
    equipment: 'barbell',
    sets: 5,
    reps: 5,
    restSeconds: 600,
  }
  const payload = {
    name: 'Heavy',
    microcycles: [
      {
        weekNumber: 1,
        sessions: [
          {
            id: 'day',
            name: 'Heavy day',
            dayOfWeek: 1,
            exercises: [
              { ...exercise, name: 'Squat' },
              { ...exercise, name: 'Pull' },
              { ...exercise, name: 'Press', restSeconds: 300 },
            ],
          },
        ],
      },
    ],
  }
  const { id } = (
    await app.inject({ method: 'POST', url: '/api/v1/plans', headers: bearer('athlete-4'), payload })
  ).json()
  const page = await visit({ as: 'athlete-4', hash: `#/plans/${id}/sessions/day` })
  await dial(page, 15)
  await page.getByRole('heading', { name: '15 minutes are not enough' }).waitFor()
  t.strictSame(await axeFaults(page), [], 'axe-core finds nothing')
  const notice = page.locator('.unmet')
  t.match(await notice.textContent(), /A4, core lifts keep their fewest sets/)
  const button = notice.getByRole('button', { name: /Take \d+ minutes/ })
  const enough = Number((await button.textContent())?.match(/\d+/)?.[0])
  await dial(page, 17)
  t.match(await button.textContent(), `Take ${enough} minutes`, 'the same from every minute that is too few')
  await button.click()
  await page.locator(`.time-bars[data-stale="false"] figcaption:has-text("With ${enough} minutes")`).waitFor()
  t.equal(await notice.count(), 0)
})

test('thirty exercises: drawn, listed, and still within the page', async (t, { app, visit }) => {
  const muscles = ['chest', 'lats', 'biceps', 'triceps', 'shoulders', 'calves']
  const exercises = Array.from({ length: 30 }, (_, index) => ({
    name: `Exercise with a rather long name, number ${index + 1}`,
    role: index === 0 ? 'core' : 'accessory',
    primaryMuscles: [muscles[index % muscles.length]],
    equipment: 'dumbbell',
    sets: 3,
    reps: 10,
  }))
  const payload = {
    name: 'Long',
    microcycles: [{ weekNumber: 1, sessions: [{ id: 'day', name: 'Long day', dayOfWeek: 1, exercises }] }],
  }
  const { id } = (
    await app.inject({ method: 'POST', url: '/api/v1/plans', headers: bearer('athlete-5'), payload })
  ).json()
  const page = await visit({ as: 'athlete-5', hash: `#/plans/${id}/sessions/day`, width: 390 })
  // The first answer to thirty exercises takes a worker thread some seconds.
  await page.getByRole('slider').waitFor({ timeout: 120_000 })
  await dial(page, 60)
  t.equal(await page.evaluate<number>('document.documentElement.scrollWidth'), 390)
  t.ok((await page.locator('.changes li').count()) > 10)
  t.ok((await page.locator('.steps li').count()) > 5)
})
