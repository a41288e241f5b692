/** The Dockerfile by the rules: what a linter says, and what this project wants of it. */
import { readFileSync } from 'node:fs'
import { DockerfileParser } from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'
import t from 'tap'
import { parse } from 'yaml'
import { dockerIgnore } from './docker-ignore.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const text = read('Dockerfile')
const instructions = DockerfileParser.parse(text).getInstructions()
const of = (keyword: string): string[] =>
  instructions
    .filter((instruction) => instruction.getKeyword() === keyword)
    .map((instruction) => instruction.getArgumentsContent() ?? '')

t.test('the linter finds nothing', async (t) => {
  t.strictSame(validate(text), [])
  t.not(validate('FROM node:24\nCOPPY a b\n').length, 0, 'and would find something')
})

t.test('several stages of one pinned base; the last is not root', async (t) => {
  t.match(of('ARG'), [/^NODE_IMAGE=node:\d+-\w+-slim$/])
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the Dockerfile's.
  t.ok(of('FROM').every((image) => image.startsWith('${NODE_IMAGE}')))
  t.equal(of('FROM').length, 3)
  t.strictSame(of('USER'), ['node'])
})

t.test('production packages only, and no script of a package runs', async (t) => {
  t.strictSame(of('RUN'), ['npm ci --ignore-scripts', 'npm run build', 'npm ci --omit=dev --ignore-scripts'])
})

t.test('commands are lists, so that signals reach the process; health is asked by node itself', async (t) => {
  t.strictSame(of('CMD'), ['["node", "dist/server.js"]'])
  t.match(of('HEALTHCHECK'), [/CMD \["node", "--eval", ".*\/health\/live/s])
  t.notMatch(text, /curl|wget|apt-get|sudo/)
})

t.test('nothing secret is baked in', async (t) => {
  t.notMatch(of('ENV').join(' ') + of('ARG').join(' '), /SECRET|KEY|TOKEN|PASSWORD|DATABASE_URL/)
})

t.test('ports are those of the chart', async (t) => {
  const { containerPort, metrics } = parse(read('helm/planning-engine/values.yaml'))
  t.strictSame(of('EXPOSE'), [`${containerPort} ${metrics.port}`])
  t.match(of('ENV').join(' '), `PORT=${containerPort} METRICS_PORT=${metrics.port}`)
})

t.test('.dockerignore: nothing private and nothing superfluous is sent to a build', async (t) => {
  const ignores = dockerIgnore(read('.dockerignore'))
  for (const path of [
    '.git/config',
    '.env',
    '.env.local',
    'node_modules/fastify/package.json',
    'data/pglite/base',
    'dist/server.js',
    'test/helper.ts',
    'README.md',
    'domain/notes.md',
    'npm-debug.log',
  ]) {
    t.ok(ignores(path), `${path} stays`)
  }
  for (const path of [
    'package.json',
    'package-lock.json',
    'server.ts',
    'domain/clock/clock.ts',
    'database/x.ts',
  ]) {
    t.notOk(ignores(path), `${path} is sent`)
  }
  t.throws(() => dockerIgnore('!kept'), /not read here/)
})
