/**
 * Who gets into Time Crunch: first the flag, then the token, then the flag for this user. Switched off for all, even
 * an anonymous caller sees that the feature is not there, so that a rollback can be checked with a bare `curl -I`.
 */
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { problem } from '../../problems.ts'

export const timeCrunchFlag = 'feature.stream5_time_crunch_mode'

const featureNotAvailable = () =>
  problem('feature_not_available', 'Time Crunch Mode is not available to this caller')

export const flagGate = (app: FastifyInstance): onRequestAsyncHookHandler => {
  const refuseByFlag = (): never => {
    app.timeCrunchMetrics.refused('flag_off')
    throw featureNotAvailable()
  }

  const authenticate = async (request: FastifyRequest): Promise<void> => {
    try {
      await app.authenticate(request)
    } catch (cause) {
      app.timeCrunchMetrics.refused('unauthorized')
      throw cause
    }
  }

  return async (request) => {
    if (await app.flags.isOffForAll(timeCrunchFlag)) refuseByFlag()
    await authenticate(request)
    if (!(await app.flags.isEnabled(timeCrunchFlag, request.user.id))) refuseByFlag()
    request.admitted = true
    app.activeUsers.record(request.user.id)
  }
}
