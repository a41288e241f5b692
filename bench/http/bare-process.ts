/**
 * The limit that previews are measured against: Fastify with one route, which parses the same request and replies with the
 * same bytes under the same media type. Takes the answers by message, by request body, and says where it listens.
 */
import { once } from 'node:events'
import fastify from 'fastify'
import type { BareAnswers } from './bare-route.ts'

const [answers] = (await once(process, 'message')) as [BareAnswers]
const bodies = new Map(Object.entries(answers).map(([body, text]) => [body, Buffer.from(text)]))
const app = fastify()
app.post('/api/v1/time-crunch/preview', async (request, reply) => {
  const answer = bodies.get(JSON.stringify(request.body))
  if (answer === undefined) return reply.code(404).send()
  return reply.type('application/json; charset=utf-8').send(answer)
})
process.send!(await app.listen({ host: '127.0.0.1', port: 0 }))
process.once('SIGTERM', () => process.exit())
