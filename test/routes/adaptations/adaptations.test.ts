/** Proposals from feedback, and what becomes of the plan when somebody takes them, through the whole app. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import type { AmendmentDocument, PlanDocument } from '../../../domain/plan/document.ts'
import { bench, curl, dateOf, planOfWeeks } from '../../domain/adaptation/build-adaptation.ts'
import { bearer } from '../../helper.ts'
import { planClient } from '../plans/plan-client.ts'

const { app, call } = await planClient(t)

/** Six weeks with a note that shows whether a document comes back whole. */
const document = (): PlanDocument => planOfWeeks(6, [bench({ rpe: 8, notes: 'Pause' }), curl({ rpe: 8 })])
const created = async (change: Partial<PlanDocument> = {}): Promise<string> =>
  (await call('POST', '', 'athlete-1', { ...document(), ...change })).body.id

/** Three weeks of reports: RPE of bench and curl. */
const report = async (planId: string, rpe: readonly [bench: number, curl: number], weeks = [1, 2, 3]) => {
  for (const week of weeks) {
    for (const [index, exerciseId] of ['bench', 'curl'].entries()) {
      const body = { planId, sessionId: `w${week}-d1`, exerciseId, date: dateOf(week), rpe: rpe[index] }
      const { status } = await call('POST', '/feedback/rpe', 'athlete-1', body)
      if (status > 201) throw new Error(`feedback was answered ${status}`)
    }
  }
}
const read = (planId: string, as = 'athlete-1') => call('GET', `/${planId}/adaptations`, as)
const proposed = async (planId: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await read(planId)).body.proposals.map((one: { id: string; kind: string; target: { name: string } }) => [
      `${one.kind} ${one.target.name}`,
      one.id,
    ]),
  )
const apply = (planId: string, proposalIds: unknown, headers: Record<string, string>, as = 'athlete-1') =>
  call('POST', `/${planId}/adaptations/apply`, as, { proposalIds }, headers)
const version = (one: number) => ({ 'if-match': `"${one}"` })
const setsOf = ({ microcycles }: PlanDocument) =>
  microcycles.map(({ sessions }) => sessions[0]?.exercises.map(({ sets }) => sets).join(' '))

t.test('no feedback: 200 with no proposals, and nothing that may change', async (t) => {
  const planId = await created()
  t.match(await read(planId), {
    status: 200,
    headers: { etag: '"1"' },
    body: {
      planId,
      planVersion: 1,
      generatedFrom: { rpeReports: 0, performanceReports: 0, latestWeek: null, weeksToChange: [] },
      analysis: { exercises: [], muscles: [] },
      proposals: [],
    },
  })
})

t.test(
  'feedback: 200 with proposals, their reasons, numbers and changes; the plan stays as it is',
  async (t) => {
    const planId = await created()
    await report(planId, [10, 8])
    const { status, body } = await read(planId)
    t.equal(status, 200)
    t.match(body, {
      generatedFrom: { rpeReports: 6, judgedExercises: 2, latestWeek: 3, weeksToChange: [4, 5, 6] },
      analysis: {
        exercises: [
          { exerciseId: 'bench', verdict: 'too_hard', evidence: { medianDeviation: 2, slopePerWeek: 0 } },
          { exerciseId: 'curl', verdict: 'on_target' },
        ],
        muscles: [{ muscle: 'biceps', verdicts: { on_target: 1 } }, { muscle: 'chest' }],
      },
      proposals: [
        {
          id: /^[0-9a-f]{16}$/,
          kind: 'cut_set',
          target: { exerciseId: 'bench', name: 'Bench press' },
          reason: /^Bench press was rated 2 RPE above its target \(median of 3 reports\)\./,
          needsCoach: false,
          changes: [4, 5, 6].map((weekNumber) => ({
            weekNumber,
            sessionId: `w${weekNumber}-d1`,
            exerciseId: 'bench',
            field: 'sets',
            before: 4,
            after: 3,
          })),
        },
        { kind: 'hold', target: { exerciseId: 'curl' }, changes: [] },
      ],
    })
    t.match((await call('GET', `/${planId}`, 'athlete-1')).body, { version: 1 })
    t.same((await read(planId)).body, body, 'asked again, the same')
  },
)

t.test('applied: 200 with the plan at its next version; not proposed again', async (t) => {
  const planId = await created()
  await report(planId, [10, 8])
  const before = (await call('GET', `/${planId}`, 'athlete-1')).body
  const { 'cut_set Bench press': cut, 'hold Curl': hold } = await proposed(planId)
  const answer = await apply(planId, [cut, hold, cut], version(1))
  t.match(answer, { status: 200, headers: { etag: '"2"' }, body: { id: planId, version: 2 } })
  t.same(setsOf(answer.body), ['4 4', '4 4', '4 4', '3 4', '3 4', '3 4'])
  const { version: _v, updatedAt: _u, microcycles, ...rest } = before
  t.match(answer.body, rest)
  t.same(answer.body.microcycles.slice(0, 3), microcycles.slice(0, 3), 'weeks with feedback stay')
  t.same((await call('GET', `/${planId}`, 'athlete-1')).body, answer.body)
  t.strictSame(Object.keys(await proposed(planId)), ['hold Bench press', 'hold Curl'])
  t.match((await read(planId)).body.proposals[0]?.reason, /another number of sets already/)
  t.match(await apply(planId, [cut], version(2)), { status: 409, body: { error: 'state_conflict' } })
})

t.test('a hold alone changes nothing: 200 with the plan at its version', async (t) => {
  const planId = await created()
  await report(planId, [8, 8])
  const ids = Object.values(await proposed(planId))
  t.match(await apply(planId, ids, version(1)), {
    status: 200,
    headers: { etag: '"1"' },
    body: { version: 1 },
  })
})

t.test('If-Match: none 428, stale 409, weak 400, any 200', async (t) => {
  const planId = await created()
  await report(planId, [10, 8])
  const { 'cut_set Bench press': cut } = await proposed(planId)
  t.match(await apply(planId, [cut], {}), { status: 428, body: { error: 'precondition_required' } })
  t.match(await apply(planId, [cut], version(2)), { status: 409, body: { error: 'version_conflict' } })
  t.match(await apply(planId, [cut], { 'if-match': 'W/"1"' }), { status: 400 })
  t.equal((await call('GET', `/${planId}`, 'athlete-1')).body.version, 1)
  t.equal((await apply(planId, [cut], { 'if-match': '*' })).status, 200)
})

t.test('applied twice at once: one 200, the others 409', async (t) => {
  const planId = await created()
  await report(planId, [10, 8])
  const { 'cut_set Bench press': cut } = await proposed(planId)
  const answers = await Promise.all(Array.from({ length: 4 }, () => apply(planId, [cut], version(1))))
  t.same(answers.map(({ status }) => status).sort(), [200, 409, 409, 409])
  t.equal((await call('GET', `/${planId}`, 'athlete-1')).body.version, 2)
})

t.test(
  'applied against a PUT of the plan at the same moment: one 200, one 409 version_conflict',
  async (t) => {
    const planId = await created()
    await report(planId, [10, 8])
    const { 'cut_set Bench press': cut } = await proposed(planId)
    const { body } = await call('GET', `/${planId}`, 'athlete-1')
    const answers = await Promise.all([
      apply(planId, [cut], version(1)),
      call('PUT', `/${planId}`, 'athlete-1', { ...body, name: 'Renamed' }, version(1)),
    ])
    t.same(answers.map(({ status }) => status).sort(), [200, 409])
    t.equal(answers.find(({ status }) => status === 409)?.body.error, 'version_conflict')
    const after = (await call('GET', `/${planId}`, 'athlete-1')).body
    t.same(after, answers.find(({ status }) => status === 200)?.body, 'whoever was first, whole')
  },
)

t.test('unknown and stale ids: 409 state_conflict with their places', async (t) => {
  const planId = await created()
  await report(planId, [10, 8])
  const { 'cut_set Bench press': cut } = await proposed(planId)
  t.match(await apply(planId, [cut, '0123456789abcdef'], version(1)), {
    status: 409,
    body: { error: 'state_conflict', errors: [{ path: '/proposalIds/1' }] },
  })
  // What is reported next takes the ground from under it.
  await report(planId, [6, 8], [4, 5])
  t.match(await apply(planId, [cut], version(1)), { status: 409, body: { error: 'state_conflict' } })
  t.equal((await call('GET', `/${planId}`, 'athlete-1')).body.version, 1)
})

t.test('more of the same feedback about the same change leaves its id: 200', async (t) => {
  const planId = await created()
  await report(planId, [10, 8])
  const { 'cut_set Bench press': cut } = await proposed(planId)
  const again = { planId, sessionId: 'w3-d1', exerciseId: 'bench', date: dateOf(3, 2), rpe: 9.5 }
  t.equal((await call('POST', '/feedback/rpe', 'athlete-1', again)).status, 201)
  t.equal((await apply(planId, [cut], version(1))).status, 200)
})

t.test('two that change the same exercise: 409 state_conflict that names both', async (t) => {
  const planId = await created()
  await report(planId, [10, 10])
  const {
    'deload Week 4': deload,
    'cut_set Curl': cut,
    'cut_set Bench press': other,
  } = await proposed(planId)
  t.match(await apply(planId, [cut, deload], version(1)), {
    status: 409,
    body: {
      error: 'state_conflict',
      detail: /deload \(Week 4\) and cut_set \(Curl\)/,
      errors: [{ path: '/proposalIds/1' }, { path: '/proposalIds/0' }],
    },
  })
  const both = await apply(planId, [cut, other], version(1))
  t.equal(both.status, 200)
  t.same(setsOf(both.body), ['4 4', '4 4', '4 4', '3 3', '3 3', '3 3'])
})

t.test('a deload: 200, half the sets and less effort, next week only', async (t) => {
  const planId = await created()
  await report(planId, [10, 10])
  const { 'deload Week 4': deload } = await proposed(planId)
  const { body } = await apply(planId, [deload], version(1))
  t.same(setsOf(body), ['4 4', '4 4', '4 4', '2 2', '4 4', '4 4'])
  t.match(body.microcycles[3], { deload: true, sessions: [{ exercises: [{ rpe: 6 }, { rpe: 6 }] }] })
  t.notOk((await proposed(planId))['deload Week 4'])
})

t.test('bodies that are not valid: 400 with the place', async (t) => {
  const planId = await created()
  for (const ids of [undefined, [], 'x', [1], [''], Array(501).fill('x')]) {
    const answer = await apply(planId, ids, version(1))
    t.match(answer, { status: 400, body: { error: 'invalid_request', errors: [{ path: /^\/proposalIds/ }] } })
  }
})

t.test('the amendment bounds what is proposed and applied: 200, never under its floor', async (t) => {
  const planId = await created()
  await report(planId, [10, 10])
  const amendment: AmendmentDocument = { coreSetFloor: 4, pinned: [{ exerciseId: 'curl', minSets: 3 }] }
  const stale = (await proposed(planId))['deload Week 4']
  await call('PUT', `/${planId}/amendment`, 'athlete-1', amendment, { 'if-match': '*' })
  t.match(await apply(planId, [stale], version(1)), { status: 409, body: { error: 'version_conflict' } })
  t.match(await apply(planId, [stale], version(2)), { status: 409, body: { error: 'state_conflict' } })
  const { 'deload Week 4': deload, 'hold Bench press': hold } = await proposed(planId)
  t.ok(hold)
  const { body } = await apply(planId, [deload], version(2))
  t.same(setsOf(body), ['4 4', '4 4', '4 4', '4 3', '4 4', '4 4'])
})

t.test('owner, coach and admin apply: 200; for anyone else there is no plan: 404', async (t) => {
  for (const caller of ['athlete-1', 'coach-1:coach', 'operator-1:admin']) {
    const planId = await created({ coachId: 'coach-1' })
    await report(planId, [10, 8])
    const { 'cut_set Bench press': cut } = await proposed(planId)
    t.equal((await read(planId, caller)).status, 200, caller)
    const foreign = await apply(planId, [cut], version(1), 'athlete-2:coach')
    const missing = await apply(randomUUID(), [cut], version(1), 'athlete-2:coach')
    t.match(foreign, { status: 404, body: { error: 'plan_not_found', detail: missing.body.detail } })
    t.match(await read(planId, 'athlete-2:coach'), { status: 404, body: { error: 'plan_not_found' } })
    t.equal((await apply(planId, [cut], version(1), caller)).status, 200, caller)
  }
})

t.test('without a token: 401', async (t) => {
  const url = `/api/v1/plans/${randomUUID()}/adaptations`
  t.equal((await app.inject({ method: 'GET', url })).statusCode, 401)
  t.equal((await app.inject({ method: 'POST', url: `${url}/apply` })).statusCode, 401)
})

t.test('the plan that was adapted is a plan: previews and writes go on: 200', async (t) => {
  const planId = await created()
  await report(planId, [10, 10])
  const { 'deload Week 4': deload } = await proposed(planId)
  const { body, headers } = await apply(planId, [deload], version(1))
  const put = await call('PUT', `/${planId}`, 'athlete-1', body, { 'if-match': String(headers.etag) })
  t.match(put, { status: 200, body: { version: 3 } })
  t.same(put.body.microcycles, body.microcycles)
  const preview = await app.inject({
    method: 'POST',
    url: '/api/v1/time-crunch/preview',
    headers: bearer('athlete-1'),
    payload: { planId, targetMinutes: 15, week: 4 },
  })
  t.equal(preview.statusCode, 200)
})

/** Three weeks in which a lift is mostly skipped. */
const skip = async (planId: string, exerciseId: string) => {
  for (const week of [1, 2, 3]) {
    const exercises = [{ exerciseId, completedSets: 1 }]
    const body = { planId, sessionId: `w${week}-d1`, date: dateOf(week), exercises }
    await call('POST', '/feedback/performance', 'athlete-1', body)
  }
}
/** Known to the library; its alternatives need what the plan needs already. */
const known = (): PlanDocument =>
  planOfWeeks(5, [
    bench({
      id: 'squat',
      name: 'Back squat',
      movement: 'barbell-back-squat',
      primaryMuscles: ['quadriceps', 'glutes'],
      equipment: 'barbell',
      mechanic: 'compound',
    }),
    curl({ movement: 'dumbbell-curl', equipment: 'dumbbell', mechanic: 'isolation' }),
  ])
const swapOf = async (planId: string) =>
  (await read(planId)).body.proposals.find(({ kind }: { kind: string }) => kind === 'swap')

t.test(
  'a swap: 200 with a movement of the library in the weeks ahead, of the plan’s equipment',
  async (t) => {
    const planId = await created(known())
    await skip(planId, 'curl')
    const swap = await swapOf(planId)
    const movement = app.movementLibrary.bySlug(swap.replacement.movement)
    t.ok(movement?.primaryMuscles.includes('biceps'))
    t.ok(['barbell', 'dumbbell', 'body_only'].includes(movement!.equipment), movement!.equipment)
    t.match(swap, {
      needsCoach: false,
      reason: /^Curl had 25 % of its sets done \(3 reports\)\. .+ may suit better/,
    })
    const { status, body } = await apply(planId, [swap.id], version(1))
    t.equal(status, 200)
    const names = body.microcycles.map(
      (week: PlanDocument['microcycles'][0]) => week.sessions[0]?.exercises[1]?.name,
    )
    t.same(names, ['Curl', 'Curl', 'Curl', movement?.name, movement?.name])
    t.equal(await swapOf(planId), undefined)
  },
)

t.test(
  'a swap of a core lift: never unless the amendment allows it; then 403 for the athlete, 200 for the coach',
  async (t) => {
    const planId = await created({ ...known(), coachId: 'coach-1' })
    await skip(planId, 'squat')
    t.equal(await swapOf(planId), undefined)
    await call('PUT', `/${planId}/amendment`, 'coach-1:coach', { allowCoreSwaps: true }, { 'if-match': '*' })
    const swap = await swapOf(planId)
    t.match(swap, { needsCoach: true, target: { exerciseId: 'squat' } })
    t.ok(app.movementLibrary.bySlug(swap.replacement.movement)?.coreLift)
    t.match(await apply(planId, [swap.id], version(2)), {
      status: 403,
      body: { error: 'forbidden', errors: [{ path: /^\/microcycles/ }] },
    })
    t.equal((await call('GET', `/${planId}`, 'athlete-1')).body.version, 2)
    t.equal((await apply(planId, [swap.id], version(2), 'coach-1:coach')).status, 200)
  },
)
