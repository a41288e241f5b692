/** The model that answers follow is served: articles, numbers, units, sources. */
import t from 'tap'
import { crunchClient } from './crunch-client.ts'

const { call } = await crunchClient(t)

t.test('GET /model: 200 with eleven articles and a source for every number', async (t) => {
  const { status, body } = await call('GET', '/model', { as: 'athlete-1' })
  t.equal(status, 200)
  t.same(
    body.articles.map(({ id }: { id: string }) => id),
    Array.from({ length: 11 }, (_, index) => `A${index + 1}`),
  )
  const parameters = Object.values(body.parameters).flatMap((group) => Object.entries(group as object))
  t.ok(parameters.length > 40)
  for (const [name, { value, unit, source }] of parameters) {
    t.ok(Number.isFinite(value) && unit.length > 0 && source.length > 0, name)
  }
  t.equal(body.parameters.clock.secondsPerRep.value, 3)
})
