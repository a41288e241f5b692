/** docs/deploy.md: its Helm commands are good ones, and the files and names that it speaks of are there. */

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { chartFolder, helm } from '../../scripts/chart/helm.ts'
import { toolPath } from '../../scripts/chart/tools.ts'
import { parseObjects } from './objects.ts'

const root = new URL('../../', import.meta.url)
const page = readFileSync(new URL('docs/deploy.md', root), 'utf8')

/** Each command of the page, its lines joined. */
const commands = [...page.matchAll(/```sh\n(.*?)```/gs)]
  .flatMap(([, block = '']) =>
    block
      .replaceAll(/ \\\n */g, ' ')
      .trim()
      .split('\n'),
  )
  .map((line) => line.replace(/ +#.*$/, ''))

const start = (words: string): string[] => commands.filter((command) => command.startsWith(words))
const words = (command: string): string[] =>
  command
    .replaceAll('helm/planning-engine', chartFolder)
    .replaceAll('production.yaml', `${chartFolder}values-production.yaml`)
    .split(' ')
    .slice(1)

t.test('what it installs can be installed', async (t) => {
  const installs = start('helm upgrade --install')
  t.ok(installs.length >= 4)
  for (const command of installs) {
    // The same without a cluster; what it does when it fails there is another test's.
    const options = words(command).filter(
      (word) => !['upgrade', '--install', '--rollback-on-failure'].includes(word),
    )
    const { status, out, err } = helm(['install', ...options, '--dry-run=client'])
    t.equal(status, 0, `${command}: ${err}`)
    t.ok(parseObjects(out.slice(out.indexOf('---'), out.indexOf('NOTES:'))).length > 0)
  }
})

t.test('what it looks at first can be looked at', async (t) => {
  for (const command of [...start('helm lint'), ...start('helm template')]) {
    t.equal(helm(words(command)).status, 0, command)
  }
})

t.test('every option of Helm and kubectl is one that they have', async (t) => {
  for (const tool of ['helm', 'kubectl'] as const) {
    const lines = start(`${tool} `)
    t.ok(lines.length > 4, tool)
    for (const line of lines) {
      const rest = line.replace(`${tool} `, '').replace('--namespace planning ', '')
      const [verb = ''] = /^(create secret generic|create \w+|rollout \w+|\w+)/.exec(rest) ?? []
      const { stdout } = spawnSync(toolPath(tool), [...verb.split(' '), '--help'], { encoding: 'utf8' })
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) t.match(stdout, option, `${tool} ${verb} ${option}`)
    }
  }
})

t.test('the files that it names are there', async (t) => {
  const links = [...page.matchAll(/\]\((?!#|https?:)([^)#]+)/g)].map(([, link]) => `docs/${link}`)
  const files = [...page.matchAll(/`((?:deploy|helm|k8s)\/[^`\s]+)`/g)].map(([, file]) => file)
  t.ok(links.length > 2 && files.length > 2)
  for (const file of [...links, ...files])
    t.ok(existsSync(fileURLToPath(new URL(`${file}`, root))), `${file}`)
})
