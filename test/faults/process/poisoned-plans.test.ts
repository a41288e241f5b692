/** A plan, or its amendment, that a hand has written into the database: it hurts itself alone, and can be got rid of. */
import t from 'tap'
import { availableKinds } from '../../database.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { casesFor, marker, ourFault, poisonedApp } from './poisoned-app.ts'

// biome-ignore lint/suspicious/noExplicitAny: what is changed need not fit anywhere
type Change = (plan: any) => void

const firstOf: (change: Change) => Change = (change) => (plan) =>
  change(plan.microcycles[0].sessions[0].exercises[1])

const plans: Record<string, Change | string> = {
  null: 'null',
  'a text': JSON.stringify(marker),
  'a list': '[]',
  'nothing in it': '{}',
  'no weeks': (plan) => delete plan.microcycles,
  'weeks that are a text': (plan) => Object.assign(plan, { microcycles: marker }),
  'a day that there is not': (plan) => Object.assign(plan.microcycles[0].sessions[0], { dayOfWeek: 9 }),
  'a day that is a text': (plan) => Object.assign(plan.microcycles[0].sessions[0], { dayOfWeek: marker }),
  'no exercises': (plan) => Object.assign(plan.microcycles[0].sessions[0], { exercises: null }),
  'one id twice': (plan) => Object.assign(plan.microcycles[1].sessions[0], { id: 'day-1' }),
  'an exercise that is nothing': (plan) => plan.microcycles[0].sessions[0].exercises.push(null),
  'an unknown role': firstOf((exercise) => Object.assign(exercise, { role: marker })),
  'no role': firstOf((exercise) => delete exercise.role),
  'no id': firstOf((exercise) => delete exercise.id),
  'no repetitions': firstOf((exercise) => delete exercise.reps),
  'a thousand million sets': firstOf((exercise) => Object.assign(exercise, { sets: 1e9 })),
  'fewer sets than none': firstOf((exercise) => Object.assign(exercise, { sets: -1 })),
  'a rest of a year': firstOf((exercise) => Object.assign(exercise, { restSeconds: 31_536_000 })),
  'a muscle that nobody has': firstOf((exercise) => Object.assign(exercise, { primaryMuscles: [marker] })),
  'no muscles': firstOf((exercise) => delete exercise.primaryMuscles),
  'a property that there is not': firstOf((exercise) => Object.assign(exercise, { note: marker })),
}

const amendments: Record<string, string> = {
  null: 'null',
  'a text': JSON.stringify(marker),
  'a floor of a thousand million': '{"coreSetFloor":1e9}',
  'bans that are nothing': '{"banned":null}',
  'an unknown priority': JSON.stringify({ priorities: { squat: marker } }),
  'a rule that there is not': JSON.stringify({ [marker]: true }),
  'more than a number holds': '{"bufferSeconds":1e999}',
}

for (const [index, kind] of (await availableKinds()).entries()) {
  t.test(`${kind}: a plan's document`, async (t) => {
    const client = await poisonedApp(t, kind)
    const { app, call, importPlan, preview, poison, changed, told, counted, indiscreet } = client
    const soundId = await importPlan(smallPlan())
    const { plan } = (await app.planStore.findVisiblePlan(soundId, { id: 'athlete-1', roles: ['athlete'] }))!
    const as = 'athlete-1'

    for (const [what, change] of casesFor(plans, index === 0)) {
      await t.test(`${what}: 500 for itself, 200 for the others, 204 to be rid of it`, async (t) => {
        const planId = await importPlan(smallPlan())
        const path = `/api/v1/plans/${planId}`
        const before = await counted('plans')
        await poison('plans', 'document', typeof change === 'string' ? change : changed(plan, change), {
          id: planId,
        })

        t.match(await call('GET', path, { as }), ourFault, 'read')
        t.match(await preview({ planId, targetMinutes: 20 }), ourFault, 'preview')
        t.match(await call('POST', '/frontier', { as, payload: { planId, sessionId: 'day-1' } }), ourFault)
        t.match(await client.apply({ planId }), ourFault, 'apply')
        t.match(await client.onDay(planId), ourFault, 'a day')
        t.match(await client.balance(planId, 1), ourFault, 'a week')
        t.match(await client.history({ planId }), ourFault, 'the history')
        t.match(await call('GET', `${path}/adaptations`, { as }), ourFault, 'adaptations')
        t.match(await call('GET', `${path}/movements`, { as }), ourFault, 'movements')

        t.match(
          await call('GET', `${path}/amendment`, { as }),
          { status: 200 },
          'its amendment is another matter',
        )
        const { body } = await call('GET', '/api/v1/plans?limit=100', { as })
        t.same(body.items.map(({ id }: { id: string }) => id).sort(), [planId, soundId].sort())
        t.equal((await preview({ planId: soundId, targetMinutes: 20 })).status, 200)
        t.equal(told('plans', planId), 1, 'told once, not with every request')
        t.ok((await counted('plans')) >= before + 9, 'and counted each time')

        t.equal((await call('DELETE', path, { as, headers: { 'if-match': '*' } })).status, 204)
      })
    }
    t.same(indiscreet(), [])
  })

  t.test(`${kind}: a plan's amendment`, async (t) => {
    const { call, importPlan, preview, poison, told, indiscreet } = await poisonedApp(t, kind)
    const as = 'athlete-1'
    for (const [what, json] of casesFor(amendments, index === 0)) {
      await t.test(`${what}: 500 for what needs it, 200 for the plan, and to write it anew`, async (t) => {
        const planId = await importPlan(smallPlan())
        const path = `/api/v1/plans/${planId}`
        await poison('plans', 'amendment', json, { id: planId })
        t.match(await call('GET', `${path}/amendment`, { as }), ourFault)
        t.match(await preview({ planId, targetMinutes: 20 }), ourFault)
        t.match(await call('GET', path, { as }), { status: 200, body: { id: planId } })
        t.equal(told('plans', planId), 1)

        const headers = { 'if-match': '*' }
        const written = await call('PUT', `${path}/amendment`, { as, headers, payload: { coreSetFloor: 3 } })
        t.match(written, { status: 200, body: { amendment: { coreSetFloor: 3, banned: [] } } })
        t.equal((await preview({ planId, targetMinutes: 20 })).status, 200)
      })
    }
    t.same(indiscreet(), [])
  })
}
