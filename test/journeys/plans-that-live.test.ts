/**
 * One way through everything, over HTTP: a movement is imported, curated and published, a plan is generated with it, a day
 * is shortened, looked at and given back, training is reported, and what the reports suggest becomes the plan's next version.
 */
import t from 'tap'
import type { NormalExercise, NormalPlan } from '../../domain/plan/document.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { importMovements } from './import-file.ts'
import { curation, dateOf, firstDay, journeyClient, placesOf, plans, setsOf } from './journey-client.ts'

const slug = 'lying-dumbbell-neck-curl'

/** Without the new movement nothing is left for the neck: the others need bands or a harness, or are not wanted. */
const intent = {
  goal: 'strength',
  experience: 'intermediate',
  daysPerWeek: 3,
  minutesPerSession: 60,
  equipment: ['barbell', 'dumbbell'],
  priorities: ['neck'],
  limitations: ['isometric-neck-press'],
  weeks: 6,
  deloadEvery: null,
}

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url: databaseUrl } = await testDatabase(t, kind)
    const { code, report } = await importMovements(t, databaseUrl)
    const { asked, call, curate } = await journeyClient(t, databaseUrl)
    const generate = (change = {}) => asked('POST', `${plans}/enhanced/generate`, { ...intent, ...change })

    await t.test('imported: one draft, one known to the library, one unusable', async (t) => {
      t.equal(code, 4, 'done, but for entries that could not be used')
      t.match(report, {
        drafts: [{ slug, open: ['pattern', 'mechanic'] }],
        skipped: [
          { index: 1, reason: 'in_library', detail: 'barbell-back-squat' },
          { index: 2, reason: 'unusable' },
        ],
      })
      t.equal((await asked('GET', `/api/v1/movements/${slug}`)).status, 404, 'a draft is no movement yet')
      const { body } = await generate()
      t.equal(placesOf(body.plan, ({ primaryMuscles }) => primaryMuscles.includes('neck')).length, 0)
      t.match(
        body.explanations.find((each: { subject?: string }) => each.subject === 'neck').text,
        /0 fractional sets a week, under the 5/,
      )
    })

    const [draft] = (await curate('?status=DRAFT&search=neck+curl', 'curator-1')).body.items
    await t.test('curated: completed by one, approved and published by another', async (t) => {
      t.match(draft, {
        slug,
        authors: ['movements-import'],
        source: 'free-exercise-db:Lying_Dumbbell_Neck_Curl',
      })
      const early = await curate(`/${draft.id}/submit`, 'curator-1', {})
      t.match(early, { status: 409, body: { errors: [{ path: '/pattern' }, { path: '/mechanic' }] } })
      const edited = await call('PUT', `${curation}/${draft.id}`, {
        as: 'curator-1',
        roles: ['curator'],
        payload: { ...draft, pattern: 'isolation', mechanic: 'isolation' },
        headers: { 'if-match': `"${draft.version}"` },
      })
      t.match(edited, { status: 200, body: { authors: ['movements-import', 'curator-1'] } })
      t.equal((await curate(`/${draft.id}/submit`, 'curator-1', { reviewerId: 'curator-2' })).status, 200)
      t.match(await curate(`/${draft.id}/approve`, 'curator-1', {}), {
        status: 403,
        body: { error: 'forbidden' },
      })
      t.equal((await curate(`/${draft.id}/approve`, 'curator-2', { comment: 'Fine' })).status, 200)
      t.match(await curate(`/${draft.id}/publish`, 'curator-2', {}), {
        status: 200,
        body: { status: 'PUBLISHED' },
      })
      t.match((await asked('GET', `/api/v1/movements/${slug}`)).body, {
        primaryMuscles: ['neck'],
        equipment: 'dumbbell',
      })
    })

    const { body: generated } = await generate({ save: true, name: 'With a neck' })
    const plan: NormalPlan & { id: string } = generated.plan
    const necks = placesOf(plan, ({ movement }) => movement === slug)
    await t.test('generated: the new movement is in it, and the neck has its sets', async (t) => {
      t.same(new Set(necks.map(({ weekNumber }) => weekNumber)), new Set([1, 2, 3, 4, 5, 6]))
      const [week] = generated.weeklySets
      const neck = week.muscles.find(({ muscle }: { muscle: string }) => muscle === 'neck')
      const inWeek1 = necks.filter(({ weekNumber }) => weekNumber === 1)
      t.equal(
        neck.sets,
        inWeek1.reduce((sum, { exercise }) => sum + setsOf(exercise), 0),
      )
      t.equal(neck.state, 'within')
    })

    const [{ sessionId, dayOfWeek }] = necks as [(typeof necks)[0]]
    const date = dateOf(1, dayOfWeek)
    const apply = { planId: plan.id, planVersion: 1, sessionId, date, targetMinutes: 25 }
    const onDay = async (when = date) =>
      (await asked('GET', `${plans}/${plan.id}/sessions/${sessionId}?date=${when}`)).body
    const balance = async () =>
      (await asked('GET', `${plans}/${plan.id}/weeks/1/balance?from=${firstDay}`)).body

    await t.test(
      'shortened for a day: previewed, applied, on that day only, and in the balance',
      async (t) => {
        const programme = await onDay()
        t.match(programme, { applicationId: null, session: { outcome: 'unchanged', changes: [] } })
        const preview = await asked('POST', '/preview', {
          planId: plan.id,
          targetMinutes: 25,
          sessionIds: [sessionId],
        })
        const [session] = preview.body.sessions
        t.match(session, { outcome: 'compressed', meetsTimeConstraint: true })
        t.ok(session.compressedDurationSeconds <= 25 * 60)

        const key = { 'idempotency-key': 'today' }
        const applied = await asked('POST', '/apply', apply, key)
        t.equal(applied.status, 201)
        t.same(applied.body.session, session, 'what was previewed')
        t.match(await asked('POST', '/apply', apply, key), { status: 201, body: { id: applied.body.id } })
        t.match(await asked('POST', '/apply', apply), { status: 200, body: { id: applied.body.id } })

        t.match(await onDay(), { applicationId: applied.body.id, session })
        t.same((await onDay(dateOf(2, dayOfWeek))).session, programme.session)
        t.same((await asked('GET', `${plans}/${plan.id}`)).body, plan, 'the plan is as it was')

        const { muscles, sessions } = await balance()
        const { dropped, applied: shown } = sessions.find(
          (each: { sessionId: string }) => each.sessionId === sessionId,
        )
        t.match(shown, { applicationId: applied.body.id, date, targetMinutes: 25 })
        const lost = session.changes.filter(
          ({ setsBefore, setsAfter }: Record<string, number>) => Number(setsAfter) < Number(setsBefore),
        )
        t.ok(lost.length > 0)
        t.same(
          dropped.map(({ exerciseId }: { exerciseId: string }) => exerciseId),
          lost.map(({ exerciseId }: { exerciseId: string }) => exerciseId),
        )
        for (const { muscle, before, after } of session.retained.muscles) {
          const each = muscles.find((one: { muscle: string }) => one.muscle === muscle)
          t.ok(Math.abs(each.planned - each.applied - (before - after)) < 1e-9, muscle)
          t.equal(each.underFour, each.applied < 4, muscle)
        }
      },
    )

    await t.test(
      'of two targets at the same moment one stays; reverted, the programme is back',
      async (t) => {
        const answers = await Promise.all(
          [30, 35].map((targetMinutes) => asked('POST', '/apply', { ...apply, targetMinutes })),
        )
        t.same(
          answers.map(({ status }) => status),
          [201, 201],
        )
        const { applicationId } = await onDay()
        t.ok(answers.some(({ body }) => body.id === applicationId))
        const history = async () =>
          (await asked('GET', `/applications?planId=${plan.id}`)).body.items.map(
            ({ state }: { state: string }) => state,
          )
        t.same((await history()).sort(), ['current', 'replaced', 'replaced'])
        const revert = (as: string) => call('DELETE', `/applications/${applicationId}`, { as })
        t.match(await revert('athlete-2'), { status: 404, body: { error: 'application_not_found' } })
        t.equal((await revert('athlete-1')).status, 204)
        t.equal((await revert('athlete-1')).status, 404)
        t.match(await onDay(), { applicationId: null, session: { outcome: 'unchanged' } })
        t.same((await history()).sort(), ['replaced', 'replaced', 'reverted'])
        const { muscles } = await balance()
        for (const { planned, applied } of muscles) t.equal(applied, planned)
      },
    )

    const isBench = ({ id }: NormalExercise): boolean => id === 'bench-press'
    const ahead = (document: NormalPlan) =>
      placesOf(document, isBench)
        .filter(({ weekNumber }) => weekNumber > 3)
        .map(({ exercise }) => setsOf(exercise))

    t.test(
      'reported and adapted: three hard weeks, one set fewer in those to come, as version 2',
      async (t) => {
        for (const { weekNumber, sessionId, dayOfWeek, exercise } of placesOf(plan, isBench)) {
          if (weekNumber > 3) continue
          const at = { planId: plan.id, sessionId, date: dateOf(weekNumber, dayOfWeek) }
          const rpe = await asked('POST', `${plans}/feedback/rpe`, {
            ...at,
            exerciseId: exercise.id,
            rpe: 10,
          })
          t.match(rpe, {
            status: 201,
            body: { weekNumber, targetFrom: 'plan', plannedSets: setsOf(exercise) },
          })
          const done = [{ exerciseId: exercise.id, completedSets: setsOf(exercise) }]
          const performance = await asked('POST', `${plans}/feedback/performance`, {
            ...at,
            exercises: done,
            readiness: 3,
          })
          t.equal(performance.status, 201)
        }
        const { body } = await asked('GET', `${plans}/${plan.id}/adaptations`)
        t.match(body, { planVersion: 1, generatedFrom: { latestWeek: 3, weeksToChange: [4, 5, 6] } })
        const [cut] = body.proposals
        t.match(cut, {
          kind: 'cut_set',
          target: { exerciseId: 'bench-press' },
          reason: /RPE above its target.*100 % of its sets done.*One set fewer than lately, in weeks 4 to 6/,
          evidence: { completion: 1, readiness: null },
        })
        t.ok(cut.confidence > 0 && cut.confidence <= 1)
        t.match((await asked('GET', `${plans}/${plan.id}`)).body.version, 1, 'nothing changes by itself')

        const take = () =>
          asked(
            'POST',
            `${plans}/${plan.id}/adaptations/apply`,
            { proposalIds: [cut.id] },
            { 'if-match': '"1"' },
          )
        const answers = await Promise.all([take(), take()])
        t.same(answers.map(({ status }) => status).sort(), [200, 409])
        const { body: adapted } = await asked('GET', `${plans}/${plan.id}`)
        t.equal(adapted.version, 2)
        t.same(
          ahead(adapted),
          cut.changes.map(({ after }: { after: number }) => after),
        )
        t.same(
          ahead(plan),
          cut.changes.map(({ before }: { before: number }) => before),
        )
        t.same(adapted.microcycles.slice(0, 3), plan.microcycles.slice(0, 3), 'weeks that were trained stay')
        t.match(await asked('POST', '/apply', apply), { status: 409, body: { error: 'version_conflict' } })
      },
    )

    await t.test('at the end the audit tells who did what to the movement', async (t) => {
      const { items } = (await curate(`/${draft.id}/audit`, 'curator-2')).body
      t.same(
        items.map(({ actorId, action, to }: Record<string, string>) => `${actorId} ${action} ${to}`),
        [
          'curator-2 publish PUBLISHED',
          'curator-2 approve APPROVED',
          'curator-1 submit READY_FOR_REVIEW',
          'curator-1 update DRAFT',
          'movements-import import DRAFT',
        ],
      )
      t.match(items[1].comment, 'Fine')
      t.match(items[3].changes, [{ field: 'pattern', from: null, to: 'isolation' }, { field: 'mechanic' }])
    })
  })
}
