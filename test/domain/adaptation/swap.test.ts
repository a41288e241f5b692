/** When another movement is proposed, and which. */
import t from 'tap'
import { applyProposals, findConflict } from '../../../domain/adaptation/apply-proposals.ts'
import type { Alternative } from '../../../domain/adaptation/swap-changes.ts'
import type { Movement } from '../../../domain/movements/movement.ts'
import type { AmendmentDocument, ExerciseDocument } from '../../../domain/plan/document.ts'
import { adaptation, bench, curl, inWords, performance, planOfWeeks, rpe } from './build-adaptation.ts'

const movement = (slug: string, change: Partial<Movement> = {}): Movement => ({
  slug,
  name: slug,
  pattern: 'isolation',
  level: 'beginner',
  primaryMuscles: ['biceps'],
  secondaryMuscles: ['forearms'],
  equipment: 'body_only',
  mechanic: 'isolation',
  coreLift: false,
  aliases: [],
  tags: [],
  ...change,
})
const alternatives =
  (...movements: Movement[]) =>
  () =>
    movements.map((one): Alternative => ({ movement: one, reasons: ['Trains biceps.'] }))

const skipped = [1, 2, 3].map((week) => performance(week, [4, 1]))
const plan = (change: Partial<ExerciseDocument> = {}, others: ExerciseDocument[] = []) =>
  planOfWeeks(5, [bench(), curl(change), ...others])
const swapOf = (
  change: Partial<ExerciseDocument>,
  movements: Movement[],
  { amendment, others = [] }: { amendment?: AmendmentDocument; others?: ExerciseDocument[] } = {},
) =>
  adaptation(plan(change, others), skipped, {
    findAlternatives: alternatives(...movements),
    ...(amendment && { amendment }),
  }).proposals.find(({ kind }) => kind === 'swap')

t.test('skipped: beside a set fewer another movement, in all weeks ahead', async (t) => {
  const { proposals } = adaptation(plan(), skipped, { findAlternatives: alternatives(movement('chin-up')) })
  t.same(proposals.map(inWords), [
    'hold | bench',
    'cut_set | curl | w4-d1 sets 4→3 | w5-d1 sets 4→3',
    'swap | curl | w4-d1 exercise Curl→chin-up | w5-d1 exercise Curl→chin-up',
  ])
  t.match(proposals[2], {
    reason:
      'Curl had 25 % of its sets done (3 reports). chin-up may suit better, from week 4 on. Trains biceps.',
    needsCoach: false,
    replacement: { movement: { slug: 'chin-up' } },
  })
  t.ok(proposals[2]!.confidence < proposals[1]!.confidence, 'that another suits is a guess on top')
})

t.test('too hard at the fewest sets: another movement instead of a hold', async (t) => {
  const hard = [1, 2, 3].map((week) => rpe(week, 1.5, { exerciseId: 'curl', programmedSets: 2 }))
  const given = { findAlternatives: alternatives(movement('chin-up')) }
  t.match(adaptation(plan({ sets: 2 }), hard, given).proposals, [{ kind: 'swap' }])
  t.match(adaptation(plan({ sets: 2 }), hard).proposals, [{ kind: 'hold' }], 'the library knows nothing')
  const enough = hard.map((report) => ({ ...report, plannedSets: 4, programmedSets: 4 }))
  t.match(adaptation(plan(), enough, given).proposals, [{ kind: 'cut_set' }], 'a set fewer comes first')
})

t.test(
  'the best that fits: equipment of the plan, not in the session yet, not what the coach bans',
  async (t) => {
    const pick = (...given: Parameters<typeof swapOf>) => swapOf(...given)?.replacement?.movement.slug
    const cable = movement('cable-curl', { equipment: 'cable' })
    const chin = movement('chin-up')
    t.equal(pick({}, [cable, chin]), 'chin-up')
    t.equal(pick({ equipment: 'cable' }, [cable, chin]), 'cable-curl')
    t.equal(pick({}, [movement('bench'), movement('x', { name: 'Bench press' }), chin]), 'chin-up')
    t.equal(
      pick({}, [chin], { others: [curl({ id: 'pull', movement: 'chin-up', name: 'Pull' })] }),
      undefined,
    )
    const elsewhere = {
      others: [curl({ id: 'rope', movement: 'rope-curl', name: 'Rope' })],
      amendment: { banned: ['rope'] },
    }
    t.equal(pick({}, [movement('rope-curl'), chin], elsewhere), 'chin-up')
    t.equal(pick({}, [cable]), undefined)
  },
)

t.test('what the coach means stays: pinned, named, or grouped with a core lift', async (t) => {
  const chin = [movement('chin-up')]
  const amendments: AmendmentDocument[] = [
    { pinned: [{ exerciseId: 'curl', minSets: 1 }] },
    { priorities: { curl: 'normal' } },
    { neverPair: [['curl']] },
    { banned: ['curl'] },
  ]
  for (const amendment of amendments) t.equal(swapOf({}, chin, { amendment }), undefined)
  t.equal(swapOf({ pinned: true }, chin), undefined)
  t.equal(swapOf({ minSets: 1 }, chin), undefined)
  const grouped = planOfWeeks(5, [bench({ group: 'a' }), curl({ group: 'a' })])
  const given = { findAlternatives: alternatives(...chin) }
  t.same(
    adaptation(grouped, skipped, given).proposals.map(({ kind }) => kind),
    ['hold', 'hold'],
  )
})

t.test(
  'a core lift: where the amendment allows it, by a core lift, and by the coach if there is one',
  async (t) => {
    const reports = [1, 2, 3].map((week) => performance(week, [1, 4]))
    const press = movement('floor-press', { coreLift: true })
    const swapped = (coachId?: string, allowCoreSwaps = true) =>
      adaptation({ ...plan(), ...(coachId && { coachId }) }, reports, {
        findAlternatives: alternatives(movement('push-up'), press),
        amendment: { allowCoreSwaps },
      }).proposals.find(({ kind }) => kind === 'swap')
    t.match(swapped(), { needsCoach: false, replacement: { movement: { slug: 'floor-press' } } })
    t.match(swapped('coach-1'), { needsCoach: true })
    t.equal(swapped('coach-1', false), undefined)
  },
)

t.test(
  'applied: another movement as the one before was prescribed, without its loads, ramp and notes',
  async (t) => {
    const written = plan({
      sets: [{ reps: 5, load: 10, warmup: true }, { reps: 8, load: 20, rpe: 8 }, { reps: 6 }, {}, {}],
      reps: 10,
      load: 15,
      restSeconds: 60,
      tempo: '3-1-1-0',
      notes: 'On the bench',
      equipment: 'cable',
      station: 'cable',
      setupSeconds: 30,
    })
    const { proposals } = adaptation(written, skipped, {
      findAlternatives: alternatives(movement('chin-up', { setupSeconds: 10, name: 'Chin-up' })),
    })
    const swap = proposals.find(({ kind }) => kind === 'swap')!
    const before = structuredClone(written)
    const after = applyProposals(written, [swap])
    t.same(written, before)
    t.same(after.microcycles[3]?.sessions[0]?.exercises[1], {
      id: 'chin-up',
      name: 'Chin-up',
      role: 'accessory',
      movement: 'chin-up',
      primaryMuscles: ['biceps'],
      secondaryMuscles: ['forearms'],
      equipment: 'body_only',
      mechanic: 'isolation',
      setupSeconds: 10,
      sets: [{ reps: 8, rpe: 8 }, { reps: 6 }, {}, {}],
      reps: 10,
      restSeconds: 60,
      tempo: '3-1-1-0',
    })
    t.same(after.microcycles.slice(0, 3), before.microcycles.slice(0, 3))
  },
)

t.test('two lifts of one session are not both followed by the same movement', async (t) => {
  const twice = plan({}, [curl({ id: 'hammer', name: 'Hammer curl' })])
  const reports = [1, 2, 3].map((week) =>
    performance(week, [4], {
      exercises: ['curl', 'hammer'].map((exerciseId) => ({
        exerciseId,
        completedSets: 1,
        plannedSets: 4,
        programmedSets: 4,
      })),
    }),
  )
  const swaps = (...movements: Movement[]) =>
    adaptation(twice, reports, { findAlternatives: alternatives(...movements) }).proposals.filter(
      ({ kind }) => kind === 'swap',
    )
  const [one, other] = swaps(movement('chin-up'))
  t.same(
    [one, other].map((swap) => swap?.target.exerciseId),
    ['curl', 'hammer'],
  )
  t.same(findConflict([one!, other!]), { one, other })
  t.equal(findConflict([one!]), undefined)
})
