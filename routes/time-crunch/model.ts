/** The model itself: the articles and every number with its unit and source, so that anyone can recompute an answer. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { coachsAmendment } from '../../domain/amendment/coachs-amendment.ts'
import {
  clockParameters,
  compressorParameters,
  modelVersion,
  stimulusParameters,
} from '../../domain/parameters.ts'
import { modelSchema } from './schemas.ts'

const model = {
  version: modelVersion,
  articles: coachsAmendment.map(({ id, title, statement }) => ({ id, title, statement })),
  parameters: { clock: clockParameters, stimulus: stimulusParameters, compressor: compressorParameters },
}

const modelRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/model',
    {
      config: { problems: ['feature_not_available'] },
      schema: {
        operationId: 'readTimeCrunchModel',
        summary: 'The articles and parameters that answers follow',
        tags: ['time-crunch'],
        response: { 200: modelSchema },
      },
    },
    async () => model,
  )
}

export default modelRoute
