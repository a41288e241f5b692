/** The coach's console: a web page under `/console/`, behind the flag of Time Crunch Mode, its files built by Vite. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problem } from '../../problems.ts'
import type {} from '../flags/index.ts'
import { type SignInOptions, signInRoutes } from './sign-in.ts'

export interface ConsoleOptions {
  prefix: string
  /** While it is off for everybody there is no console either. */
  flag: string
  /** Where the built page is; by default where `npm run build:console` puts it. */
  folder?: string | undefined
  /** Only on a development server: who may come in without a token of their own. */
  signIn?: SignInOptions | undefined
}

/** The same place from the source and from what `npm run build` made of it. */
const defaultFolder = fileURLToPath(new URL('../../console/dist', import.meta.url))

/** Scripts and styles of its own, calls to this origin, nothing inline, and no text that becomes markup. */
const pagePolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  "script-src 'self'",
  "style-src 'self'",
  "trusted-types 'none'",
].join('; ')

/** A name alone, never a path. */
const assetName = /^[\w-]+(?:\.[\w-]+)+$/

const readPage = async (folder: string): Promise<string> => {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8')
  } catch (cause) {
    throw problem('not_ready', 'The console is not built yet; `npm run build:console` does it', { cause })
  }
}

/** Encapsulated: gate and policy are this page's alone. */
const coachsConsole = async (app: FastifyInstance, options: ConsoleOptions): Promise<void> => {
  const { flag, folder = defaultFolder, signIn } = options
  const assets = join(folder, 'assets')

  app.addHook('onRequest', async (_request, reply) => {
    if (await app.flags.isOffForAll(flag)) {
      throw problem('feature_not_available', 'Time Crunch Mode is not available, nor is its console')
    }
    reply.header('content-security-policy', pagePolicy)
  })
  // Served by the route below, so that a page built after the start is found.
  await app.register(fastifyStatic, { root: assets, serve: false, suppressWarning: true })

  const hidden = { schema: { hide: true } }
  app.get('', hidden, async (_request, reply) => reply.redirect(`${options.prefix}/`))
  app.get('/', { ...hidden, prefixTrailingSlash: 'slash' }, async (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(await readPage(folder)),
  )
  // Every name holds a hash of its content.
  app.get<{ Params: { file: string } }>('/assets/:file', hidden, (request, reply) => {
    const { file } = request.params
    if (!assetName.test(file)) throw problem('not_found', 'There is no such file')
    return reply.sendFile(file, { maxAge: '365d', immutable: true })
  })
  signInRoutes(app, signIn)
}

export default coachsConsole
