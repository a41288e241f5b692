/** Feedback, reported, read and taken back, through the whole app. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { bench, curl, dateOf, planOfWeeks } from '../../domain/adaptation/build-adaptation.ts'
import { bearer } from '../../helper.ts'
import { planClient } from '../plans/plan-client.ts'

const { app, call } = await planClient(t)
const created = async (change: object = {}): Promise<string> =>
  (await call('POST', '', 'athlete-1', { ...planOfWeeks(4, [bench({ rpe: 8 }), curl()]), ...change })).body.id
const rpeOf = (planId: string, change: object = {}) => ({
  planId,
  sessionId: 'w1-d1',
  exerciseId: 'bench',
  date: dateOf(1),
  rpe: 8.5,
  ...change,
})
const performanceOf = (planId: string, change: object = {}) => ({
  planId,
  sessionId: 'w1-d1',
  date: dateOf(1),
  exercises: [{ exerciseId: 'bench', completedSets: 4 }],
  ...change,
})
const sendRpe = (as: string, body: unknown) => call('POST', '/feedback/rpe', as, body)
const sendPerformance = (as: string, body: unknown) => call('POST', '/feedback/performance', as, body)
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

t.test('RPE: 201 with the report completed from the plan', async (t) => {
  const planId = await created()
  const sets = [{ reps: 8, load: 80, rpe: 8 }, { reps: 6, load: '45 lb' }, { seconds: 30 }]
  const answer = await sendRpe('athlete-1', rpeOf(planId, { sets, note: 'Heavy 💪' }))
  t.match(answer, {
    status: 201,
    body: {
      kind: 'rpe',
      planId,
      planVersion: 1,
      version: 1,
      sessionId: 'w1-d1',
      exerciseId: 'bench',
      weekNumber: 1,
      date: dateOf(1),
      rpe: 8.5,
      targetRpe: 8,
      targetFrom: 'plan',
      plannedSets: 4,
      programmedSets: 4,
      sets,
      note: 'Heavy 💪',
      reportedBy: 'athlete-1',
    },
  })
  t.match(await sendRpe('athlete-1', rpeOf(planId, { exerciseId: 'curl', targetRpe: 7 })), {
    status: 201,
    body: { targetRpe: 7, targetFrom: 'report' },
  })
})

t.test('performance: 201 with the sets that were planned', async (t) => {
  const planId = await created()
  const body = performanceOf(planId, {
    exercises: [
      { exerciseId: 'bench', completedSets: 2, sets: [{ reps: 8, load: 80 }] },
      { exerciseId: 'curl', completedSets: 0, plannedSets: 2 },
    ],
    readiness: 4,
    durationSeconds: 3_000,
    note: '',
  })
  t.match(await sendPerformance('athlete-1', body), {
    status: 201,
    body: {
      kind: 'performance',
      version: 1,
      exercises: [
        {
          exerciseId: 'bench',
          completedSets: 2,
          plannedSets: 4,
          programmedSets: 4,
          sets: [{ reps: 8, load: 80 }],
        },
        { exerciseId: 'curl', completedSets: 0, plannedSets: 2, programmedSets: 4 },
      ],
      readiness: 4,
      durationSeconds: 3_000,
      note: '',
    },
  })
})

t.test('said again: 200, one report, the last word; at once too: one 201', async (t) => {
  const planId = await created()
  const first = await sendRpe('athlete-1', rpeOf(planId))
  const again = await sendRpe('athlete-1', rpeOf(planId, { rpe: 10 }))
  t.match(again, { status: 200, body: { id: first.body.id, version: 2, rpe: 10 } })
  t.equal((await sendPerformance('athlete-1', performanceOf(planId))).status, 201)
  t.equal((await sendPerformance('athlete-1', performanceOf(planId, { readiness: 1 }))).status, 200)
  const { items } = (await call('GET', `/${planId}/feedback`, 'athlete-1')).body
  t.equal(items.length, 2)

  const other = rpeOf(planId, { exerciseId: 'curl' })
  const answers = await Promise.all(Array.from({ length: 6 }, () => sendRpe('athlete-1', other)))
  t.same(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 201])
})

t.test(
  'owner, coach and admin report and read: 201 and 200; for anyone else there is no plan: 404',
  async (t) => {
    const planId = await created({ coachId: 'coach-1' })
    t.equal((await sendRpe('athlete-1', rpeOf(planId))).status, 201)
    t.match(await sendRpe('coach-1:coach', rpeOf(planId, { rpe: 9 })), {
      status: 200,
      body: { reportedBy: 'coach-1' },
    })
    t.equal((await sendPerformance('operator-1:admin', performanceOf(planId))).status, 201)
    for (const reader of ['athlete-1', 'coach-1:coach', 'operator-1:admin']) {
      t.equal((await call('GET', `/${planId}/feedback`, reader)).body.items.length, 2, reader)
    }
    const { id } = (await call('GET', `/${planId}/feedback`, 'athlete-1')).body.items[0]
    const missing = randomUUID()
    const foreign = 'athlete-2:coach,curator'
    const pairs = [
      [await sendRpe(foreign, rpeOf(planId)), await sendRpe(foreign, rpeOf(missing))],
      [
        await sendPerformance(foreign, performanceOf(planId)),
        await sendPerformance(foreign, performanceOf('x')),
      ],
      [await call('GET', `/${planId}/feedback`, foreign), await call('GET', `/${missing}/feedback`, foreign)],
      [
        await call('DELETE', `/${planId}/feedback/${id}`, foreign),
        await call('DELETE', `/${missing}/feedback/${id}`, foreign),
      ],
    ]
    for (const [one, other] of pairs) {
      t.match(one, { status: 404, body: { error: 'plan_not_found', detail: other?.body.detail } })
      t.match(other, { status: 404, body: { error: 'plan_not_found' } })
    }
  },
)

t.test('without a token: 401', async (t) => {
  for (const [method, url] of [
    ['POST', '/feedback/rpe'],
    ['POST', '/feedback/performance'],
    ['GET', `/${randomUUID()}/feedback`],
    ['DELETE', `/${randomUUID()}/feedback/${randomUUID()}`],
  ] as const) {
    t.equal((await app.inject({ method, url: `/api/v1/plans${url}` })).statusCode, 401, url)
  }
})

t.test('a session that the plan does not have: 404 session_not_found', async (t) => {
  const planId = await created()
  const expected = { status: 404, body: { error: 'session_not_found' } }
  t.match(await sendRpe('athlete-1', rpeOf(planId, { sessionId: 'w9-d1' })), expected)
  t.match(await sendPerformance('athlete-1', performanceOf(planId, { sessionId: 'w9-d1' })), expected)
})

const badRpe: Record<string, [change: object, path: string]> = {
  'an exercise of no session': [{ exerciseId: 'squat' }, '/exerciseId'],
  'an exercise id that is none': [{ exerciseId: 'Böse' }, '/exerciseId'],
  'no session id': [{ sessionId: undefined }, '/sessionId'],
  'a day that is none': [{ date: '2026-02-30' }, '/date'],
  'a day with a time': [{ date: '2026-01-05T10:00:00Z' }, '/date'],
  'the day after tomorrow': [{ date: dayFromNow(2) }, '/date'],
  'last century': [{ date: '1999-12-31' }, '/date'],
  'RPE over 10': [{ rpe: 10.5 }, '/rpe'],
  'RPE under 1': [{ rpe: 0.5 }, '/rpe'],
  'RPE in quarters': [{ rpe: 8.25 }, '/rpe'],
  'RPE as text': [{ rpe: '8' }, '/rpe'],
  'a target over 10': [{ targetRpe: 11 }, '/targetRpe'],
  'a load that is no load': [{ sets: [{ load: '70 %%' }] }, '/sets/0/load'],
  'reps and seconds': [{ sets: [{ reps: 1, seconds: 1 }] }, '/sets/0'],
  'half a repetition': [{ sets: [{ reps: 1.5 }] }, '/sets/0/reps'],
  'a set that says more': [{ sets: [{ reps: 1, speed: 1 }] }, '/sets/0/speed'],
  'too many sets': [{ sets: Array(31).fill({}) }, '/sets'],
  'a note too long': [{ note: 'x'.repeat(2_001) }, '/note'],
  'a note that nobody can store': [{ note: 'a\u0000' }, '/note'],
  'half of a surrogate pair': [{ note: '\ud800' }, '/note'],
  'an unknown property': [{ mood: 'good' }, '/mood'],
  'a list for a plan': [{ planId: [] }, '/planId'],
}
t.test('RPE that is not valid: 400 with the place', async (t) => {
  const planId = await created()
  for (const [title, [change, path]] of Object.entries(badRpe)) {
    const answer = await sendRpe('athlete-1', rpeOf(planId, change))
    t.match(answer, { status: 400, body: { error: 'invalid_request', errors: [{ path }] } }, title)
  }
  t.equal((await sendRpe('athlete-1', [])).status, 400)
  t.same((await call('GET', `/${planId}/feedback`, 'athlete-1')).body.items, [])
})

const badPerformance: Record<string, [change: object, path: string]> = {
  'no exercises': [{ exercises: undefined }, '/exercises'],
  'an unknown exercise': [
    { exercises: [{ exerciseId: 'squat', completedSets: 1 }] },
    '/exercises/0/exerciseId',
  ],
  'an exercise twice': [
    { exercises: Array(2).fill({ exerciseId: 'bench', completedSets: 1 }) },
    '/exercises/1/exerciseId',
  ],
  'no count': [{ exercises: [{ exerciseId: 'bench' }] }, '/exercises/0/completedSets'],
  'a negative count': [
    { exercises: [{ exerciseId: 'bench', completedSets: -1 }] },
    '/exercises/0/completedSets',
  ],
  'half a set': [{ exercises: [{ exerciseId: 'bench', completedSets: 1.5 }] }, '/exercises/0/completedSets'],
  'more sets listed than done': [
    { exercises: [{ exerciseId: 'bench', completedSets: 0, sets: [{ reps: 1 }] }] },
    '/exercises/0/sets',
  ],
  'readiness over 5': [{ readiness: 6 }, '/readiness'],
  'readiness in halves': [{ readiness: 2.5 }, '/readiness'],
  'longer than a day': [{ durationSeconds: 86_401 }, '/durationSeconds'],
}
t.test('performance that is not valid: 400 with the place', async (t) => {
  const planId = await created()
  for (const [title, [change, path]] of Object.entries(badPerformance)) {
    const answer = await sendPerformance('athlete-1', performanceOf(planId, change))
    t.match(answer, { status: 400, body: { error: 'invalid_request', errors: [{ path }] } }, title)
  }
})

t.test('tomorrow is today east of here: 201', async (t) => {
  const planId = await created()
  t.equal((await sendRpe('athlete-1', rpeOf(planId, { date: dayFromNow(1) }))).status, 201)
})

t.test('history: 200, the latest training first, in pages; a bad limit or cursor: 400', async (t) => {
  const planId = await created()
  for (const week of [2, 1, 3]) {
    const at = { sessionId: `w${week}-d1`, date: dateOf(week) }
    await sendRpe('athlete-1', rpeOf(planId, at))
    await sendPerformance('athlete-1', performanceOf(planId, at))
  }
  const seen: { id: string; date: string; kind: string }[] = []
  let cursor = ''
  for (let page = 0; page < 2; page += 1) {
    const { status, body } = await call('GET', `/${planId}/feedback?limit=4${cursor}`, 'athlete-1')
    t.equal(status, 200)
    seen.push(...body.items)
    cursor = `&cursor=${body.nextCursor}`
    t.equal(body.nextCursor === null, page === 1)
  }
  t.same(
    seen.map(({ date }) => date),
    [3, 3, 2, 2, 1, 1].map((week) => dateOf(week)),
  )
  t.equal(new Set(seen.map(({ id }) => id)).size, 6)
  t.same(new Set(seen.map(({ kind }) => kind)), new Set(['rpe', 'performance']))

  const encode = (text: string) => Buffer.from(text).toString('base64url')
  const outOfCalendar = encode(`999999999999999:${randomUUID()}`)
  for (const query of [
    'limit=0',
    'limit=101',
    'limit=x',
    'cursor=',
    'cursor=x',
    `cursor=${outOfCalendar}`,
    'page=2',
  ]) {
    t.match(await call('GET', `/${planId}/feedback?${query}`, 'athlete-1'), { status: 400 }, query)
  }
})

t.test('taken back: 204, then 404; a malformed id and another plan’s: 404', async (t) => {
  const planId = await created()
  const { id } = (await sendRpe('athlete-1', rpeOf(planId))).body
  const gone = { status: 404, body: { error: 'not_found' } }
  t.match(await call('DELETE', `/${await created()}/feedback/${id}`, 'athlete-1'), gone)
  t.match(await call('DELETE', `/${planId}/feedback/x`, 'athlete-1'), gone)
  t.equal((await call('DELETE', `/${planId}/feedback/${id}`, 'athlete-1')).status, 204)
  t.match(await call('DELETE', `/${planId}/feedback/${id}`, 'athlete-1'), gone)
})

t.test('/feedback is no plan id: 404 not_found; other methods on its paths: 405 with Allow', async (t) => {
  for (const method of ['GET', 'PUT', 'DELETE', 'POST'] as const) {
    t.match(
      await call(method, '/feedback', 'athlete-1'),
      { status: 404, body: { error: 'not_found' } },
      method,
    )
  }
  t.match(await call('GET', '/feedback/rpe', 'athlete-1'), { status: 405, headers: { allow: 'POST' } })
})

t.test('feedback goes with its plan: 204, then 404', async (t) => {
  const planId = await created()
  await sendRpe('athlete-1', rpeOf(planId))
  t.equal((await call('DELETE', `/${planId}`, 'athlete-1', undefined, { 'if-match': '*' })).status, 204)
  t.match(await sendRpe('athlete-1', rpeOf(planId)), { status: 404, body: { error: 'plan_not_found' } })
  t.equal(Number((await app.database.knex('feedback').where({ plan_id: planId }).count())[0]?.count), 0)
})

t.test('after a shortened session its sets were the planned ones, for RPE too: 201', async (t) => {
  const planId = await created({})
  const payload = { planId, planVersion: 1, sessionId: 'w1-d1', date: dateOf(1), targetMinutes: 15 }
  const applied = await app.inject({
    method: 'POST',
    url: '/api/v1/time-crunch/apply',
    headers: bearer('athlete-1'),
    payload,
  })
  t.equal(applied.statusCode, 201, applied.body)
  const setsOf = (id: string): number =>
    applied.json().session.changes.find((one: { exerciseId: string }) => one.exerciseId === id).setsAfter
  t.ok(setsOf('bench') + setsOf('curl') < 8, 'the session really is shorter')
  const exercises = ['bench', 'curl'].map((exerciseId) => ({ exerciseId, completedSets: 1 }))
  t.match((await sendPerformance('athlete-1', performanceOf(planId, { exercises }))).body.exercises, [
    { exerciseId: 'bench', plannedSets: setsOf('bench'), programmedSets: 4 },
    { exerciseId: 'curl', plannedSets: setsOf('curl'), programmedSets: 4 },
  ])
  t.match((await sendRpe('athlete-1', rpeOf(planId, { exerciseId: 'curl' }))).body, {
    plannedSets: setsOf('curl'),
    programmedSets: 4,
  })
  const otherDay = performanceOf(planId, { exercises, date: dateOf(1, 2) })
  t.match((await sendPerformance('athlete-1', otherDay)).body.exercises, [
    { plannedSets: 4 },
    { plannedSets: 4 },
  ])
})

t.test('on a day without its equipment a report names what took its place: 201', async (t) => {
  const planId = await created({})
  const lifts = planOfWeeks(1, [
    curl({ name: 'Dumbbell curl', movement: 'dumbbell-curl', equipment: 'dumbbell' }),
  ])
  const { id } = (await call('POST', '', 'athlete-1', lifts)).body
  const payload = { planVersion: 1, sessionId: 'w1-d1', date: dateOf(1), targetMinutes: 60 }
  const applied = await app.inject({
    method: 'POST',
    url: '/api/v1/time-crunch/apply',
    headers: bearer('athlete-1'),
    payload: { ...payload, planId: id, unavailableEquipment: ['dumbbell'] },
  })
  const [swap] = applied.json().session.swaps
  t.match(swap, { exerciseId: 'curl', outcome: 'swapped' })
  const { movement } = swap
  t.match((await sendRpe('athlete-1', rpeOf(id, { exerciseId: 'curl' }))).body, { movement, plannedSets: 4 })
  const exercises = [{ exerciseId: 'curl', completedSets: 4 }]
  t.match((await sendPerformance('athlete-1', performanceOf(id, { exercises }))).body.exercises, [
    { movement },
  ])
  t.notHas((await sendRpe('athlete-1', rpeOf(planId))).body, { movement: String })
})
