/** Every fault leaves as problem+json: the catalogue's, the framework's, unknown addresses, and our own as 500. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ProblemError } from '../../problems.ts'
import { problemContent } from './framework-faults.ts'
import { sendProblem } from './problem-document.ts'
import { replayRecord } from './replay-record.ts'
import { unknownRoute } from './unknown-route.ts'
import { validatorCompiler } from './validator.ts'

/** Ids come from outside only in this form; whatever else is sent is replaced, not repeated. */
export const requestIdForm = /^[\w.:-]{1,64}$/

/** Answers an error; 5xx are logged with their cause and say nothing but the request id. */
export const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  const content = problemContent(error, request.routeOptions.bodyLimit)
  if (content === undefined) {
    request.log.error({ err: error, replay: replayRecord(request) }, 'request failed')
    sendProblem(request, reply, {
      code: 'internal_error',
      detail: `Something went wrong on our side; quote request ${request.id}`,
    })
    return
  }
  sendProblem(request, reply, content)
  // What is shed is counted, and logged as any other request: where it was shed says nothing, and a busy service has no
  // time for stacks.
  const isShed = error instanceof ProblemError && error.code === 'overloaded'
  if (reply.statusCode >= 500 && !isShed) {
    request.log.warn({ err: error, replay: replayRecord(request) }, 'request refused')
  }
}

const errors = async (app: FastifyInstance): Promise<void> => {
  app.decorateRequest('computation', null)
  app.setValidatorCompiler(validatorCompiler)
  app.setErrorHandler(answerError)
  // Bodies are JSON; text would reach the validator and be refused with a worse answer.
  app.removeContentTypeParser('text/plain')

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  // After every onRequest hook of the scope (a token, a flag) and before a body is read: those refuse first, and a
  // body that no route wants is never parsed.
  app.addHook('preParsing', async (request) => {
    if (request.is404) throw unknownRoute(app, request)
  })
}

export default fp(errors, { name: 'errors' })
