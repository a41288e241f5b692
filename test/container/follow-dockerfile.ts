/**
 * Does what a Dockerfile says, instruction by instruction, in plain folders: one a stage. For machines without a
 * container runtime; it is no jail, and the base image is the Node that runs the tests.
 */
import { spawnSync } from 'node:child_process'
import { cp, mkdir, readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { type Copy, type Dockerfile, DockerfileParser, type Env, type From } from 'dockerfile-ast'
import { dockerIgnore } from './docker-ignore.ts'

export interface Stage {
  readonly name: string | null
  /** The stage's file system. */
  readonly root: string
  readonly env: Record<string, string>
  workingFolder: string
  user: string
  command: readonly string[]
  healthCommand: readonly string[]
  ports: readonly string[]
}

type Instruction = ReturnType<Dockerfile['getInstructions']>[number]

const textOf = (instruction: Instruction): string => instruction.getArgumentsContent() ?? ''
const listOf = (text: string): string[] => JSON.parse(text.slice(text.indexOf('[')))
const unquoted = (value: string | null): string => (value ?? '').replace(/^"(.*)"$/, '$1')

const run = (stage: Stage, command: string): void => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: join(stage.root, stage.workingFolder),
    // HOME: npm keeps what it fetched there.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...stage.env },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`RUN ${command}: exit ${status}\n${stdout}${stderr}`)
}

const copy = async (instruction: Copy, stage: Stage, stages: readonly Stage[], context: string) => {
  const paths = instruction.getArguments().map((argument) => argument.getValue())
  const to = join(stage.root, stage.workingFolder, paths.pop() ?? '')
  const from = instruction.getFromFlag()?.getValue()
  const source = from ? stages.find(({ name }) => name === from)?.root : context
  if (source === undefined) throw new Error(`COPY --from=${from}: there is no such stage`)
  const ignores = dockerIgnore(await readFile(join(context, '.dockerignore'), 'utf8'))
  const filter = (path: string) => from !== undefined || !ignores(relative(context, path))
  for (const path of paths) {
    // The content of a folder, but a file by its name.
    const target = path !== '.' && !from ? join(to, basename(path)) : to
    await cp(join(source, path), target, { recursive: true, filter, verbatimSymlinks: true })
  }
}

/** Follows one instruction. Throws at one that it does not know: nothing may be skipped in silence. */
const follow = async (instruction: Instruction, stages: Stage[], context: string, into: string) => {
  const keyword = instruction.getKeyword()
  const text = textOf(instruction)
  if (keyword === 'ARG' && stages.length === 0) return
  if (keyword === 'FROM') {
    const root = join(into, `stage-${stages.length}`)
    await mkdir(root)
    const name = (instruction as From).getBuildStage()
    stages.push({
      name,
      root,
      env: {},
      workingFolder: '/',
      user: 'root',
      command: [],
      healthCommand: [],
      ports: [],
    })
    return
  }
  const stage = stages.at(-1)
  if (stage === undefined) throw new Error(`${keyword} before FROM`)
  if (keyword === 'WORKDIR') {
    stage.workingFolder = text
    await mkdir(join(stage.root, text), { recursive: true })
  } else if (keyword === 'COPY') await copy(instruction as Copy, stage, stages, context)
  else if (keyword === 'RUN') run(stage, text)
  else if (keyword === 'ENV') {
    for (const property of (instruction as Env).getProperties()) {
      stage.env[property.getName()] = unquoted(property.getValue())
    }
  } else if (keyword === 'USER') stage.user = text
  else if (keyword === 'EXPOSE') stage.ports = text.split(/\s+/)
  else if (keyword === 'HEALTHCHECK') stage.healthCommand = listOf(text)
  else if (keyword === 'CMD') stage.command = listOf(text)
  else throw new Error(`${keyword} is not followed here`)
}

/** The last stage, built from the Dockerfile of the context into an empty folder. */
export const followDockerfile = async (context: string, into: string): Promise<Stage> => {
  const file = DockerfileParser.parse(await readFile(join(context, 'Dockerfile'), 'utf8'))
  const stages: Stage[] = []
  for (const instruction of file.getInstructions()) {
    if (instruction.getKeyword() !== '#') await follow(instruction, stages, context, into)
  }
  const last = stages.at(-1)
  if (last === undefined) throw new Error('The Dockerfile has no stage')
  return last
}
