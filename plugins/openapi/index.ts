/** The contract as OpenAPI 3.1, generated from the schemas that validate: `/openapi.json`, and to read at `/docs`. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { ProblemCode } from '../../problems.ts'
import { gatherNamedSchemas } from './named-schemas.ts'
import { type Operation, withProblemResponses } from './problem-responses.ts'

/** Of the contract, raised with it: a change that breaks clients raises the first part. */
export const apiVersion = '0.1.0'

export interface OpenapiOptions {
  /** JSON Schema of every problem answer. */
  problemSchema: object
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Codes that this route answers beyond those that its shape implies; for the contract. */
    problems?: readonly ProblemCode[]
  }
}

type Document = Record<string, unknown> & {
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, object> }
}

const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options'])

const description = {
  openapi: '3.1.0' as const,
  info: {
    title: 'Planning Engine',
    version: apiVersion,
    description: 'Strength training plans that fit the minutes you have, true to the Coach’s Amendment.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/', description: 'Where this document came from' }],
  tags: [
    { name: 'time-crunch', description: 'Sessions that fit the minutes you have' },
    { name: 'plans', description: 'Plans and their amendments, written or generated' },
    { name: 'adaptation', description: 'What was felt and done, and what the plan could learn from it' },
    { name: 'movements', description: 'The movement library' },
    { name: 'curation', description: 'Movement drafts on their way into the library, for curators' },
    { name: 'operations', description: 'Probes' },
  ],
  security: [{ bearer: [] }],
  components: {
    securitySchemes: { bearer: { type: 'http' as const, scheme: 'bearer', bearerFormat: 'JWT' } },
  },
}

const complete = (document: Document, problemSchema: object): Document => {
  const reference = { $ref: '#/components/schemas/Problem' }
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const operations = Object.entries(item).map(([key, operation]) =>
      methods.has(key) ? [key, withProblemResponses(operation, key, reference)] : [key, operation],
    )
    return [path, Object.fromEntries(operations)]
  })
  const { components } = document
  const gathered = gatherNamedSchemas(Object.fromEntries(paths))
  const schemas = { ...components?.schemas, ...gathered.schemas, Problem: problemSchema }
  return { ...document, paths: gathered.document, components: { ...components, schemas } }
}

/** The reference's own scripts and styles, and calls to this origin; nothing from anywhere else. */
const referencePolicy = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "object-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
].join('; ')

const openapi = async (app: FastifyInstance, { problemSchema }: OpenapiOptions): Promise<void> => {
  const plainProblem: object = JSON.parse(JSON.stringify(problemSchema))
  await app.register(swagger, {
    openapi: description,
    transform: ({ schema, url, route }) => {
      const problems = route.config?.problems
      return { schema: { ...schema, ...(problems && { 'x-problems': problems }) }, url }
    },
    transformObject: (input) =>
      'openapiObject' in input
        ? complete(input.openapiObject as Document, plainProblem)
        : input.swaggerObject,
  })

  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: referencePolicy,
    uiConfig: { docExpansion: 'list', deepLinking: true, validatorUrl: null },
  })
}

export default fp(openapi, { name: 'openapi', dependencies: ['errors'] })
