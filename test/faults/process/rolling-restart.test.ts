/** Two instances on one database, replaced one after the other, twice, under load: no request fails, no written word is lost. */
import t, { type Test } from 'tap'
import { postgresAnswers, testDatabase } from '../../database.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { type Balancer, startBalancer } from './balancer.ts'
import { type Athlete, goOn, newAthlete } from './mixed-load.ts'
import { ask, type Serving, serve } from './serving.ts'

const athleteCount = 4
const rollings = 2
/** So many requests have to have been answered before, between and after. */
const requestsBetween = 40

const noPostgres = (await postgresAnswers()) ? false : 'no PostgreSQL server answers: two instances need one'

const startInstance = async (t: Test, balancer: Balancer, url: string): Promise<Serving> => {
  // The delay is longer than the balancer takes to see that an instance is not ready.
  const service = await serve(t, { DATABASE_URL: url, DRAIN_DELAY_MS: '600', DRAIN_MS: '10000' })
  balancer.add(service.url)
  return service
}

const written = async (t: Test, url: string, athlete: Athlete): Promise<void> => {
  const read = (path: string) => ask(`${url}${path}`, { as: athlete.id })
  const plans = await Promise.all(athlete.imported.map((id) => read(`/api/v1/plans/${id}`)))
  t.same([...new Set(plans.map(({ status }) => status))], [200], `${plans.length} plans`)
  const headers = { 'idempotency-key': String(athlete.importKeys.at(-1)) }
  const repeated = await ask(`${url}/api/v1/plans`, { as: athlete.id, payload: smallPlan(), headers })
  t.match(repeated, { status: 201, body: { id: athlete.imported.at(-1) } }, 'an import is done once')
  const { version, bufferSeconds } = athlete.amendment
  t.match(await read(`/api/v1/plans/${athlete.planId}/amendment`), {
    status: 200,
    body: { version, amendment: { bufferSeconds } },
  })
  const again = await Promise.all(
    [...athlete.applied].map(async ([key, { payload, id }]) => {
      const headers = { 'idempotency-key': key }
      const { body } = await ask(`${url}/api/v1/time-crunch/apply`, { as: athlete.id, payload, headers })
      return body.id === id
    }),
  )
  t.ok(again.length > 0 && again.every(Boolean), `${again.length} applications, each once`)
}

t.test('two rolling restarts under load', { skip: noPostgres }, async (t) => {
  const { url } = await testDatabase(t, 'postgres')
  const balancer = await startBalancer(t)
  let instances = await Promise.all([1, 2].map(() => startInstance(t, balancer, url)))
  await balancer.ready(2)

  let isOver = false
  const athletes = Array.from({ length: athleteCount }, (_, index) => newAthlete(index))
  const load = Promise.all(athletes.map((athlete) => goOn(balancer.url, athlete, () => isOver)))
  const answered = (): number => athletes.reduce((sum, { requests }) => sum + requests, 0)
  const more = async (): Promise<void> => {
    const enough = answered() + requestsBetween
    while (answered() < enough) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  await more()
  for (let rolling = 0; rolling < rollings; rolling += 1) {
    const replaced: Serving[] = []
    for (const old of instances) {
      const [code, fresh] = await Promise.all([old.end('SIGTERM'), startInstance(t, balancer, url)])
      t.equal(code, 0)
      balancer.remove(old.url)
      await balancer.ready(2)
      await more()
      replaced.push(fresh)
    }
    instances = replaced
  }
  isOver = true
  await load

  t.comment(`${answered()} requests`)
  t.same(balancer.lost, [])
  t.same(
    athletes.flatMap(({ failures }) => failures),
    [],
  )
  for (const athlete of athletes) await written(t, balancer.url, athlete)
  for (const { log } of instances)
    t.same(
      log().filter(({ level }) => Number(level) >= 50),
      [],
    )
})
