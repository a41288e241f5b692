/**
 * The deployment of phase 1 as somebody starts it: real git with somewhere to push to, the real service, scraped by a
 * real Prometheus, and the flag from the stand-in. Only Helm and kubectl are scripts that write down what they were told, for want of a cluster.
 */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { readOptions, usage } from '../../scripts/phase1/options.ts'
import { spokenCommand } from '../../scripts/phase1/run-command.ts'
import { tokenFor } from '../helper.ts'
import { environmentFor, flagKey, unlaunched } from '../rollout/harness.ts'
import { launchedService } from '../rollout/launched-service.ts'
import { mortalPrometheus } from '../rollout/mortal-prometheus.ts'
import { percentage } from '../stand-ins/launchdarkly/flag-table.ts'
import { startLaunchDarkly } from '../stand-ins/launchdarkly/launchdarkly.ts'

const execute = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** Says `says`, fails where the words have `failing` in them, and writes them down. */
const pretender = (log: string, name: string, says: string): string => `#!/bin/sh
echo "${name} $*" >> ${log}
case "$*" in *"$FAILING"*) [ -n "$FAILING" ] && echo "no such luck" && exit 1 ;; esac
echo "${says}"
`

const project = async (t: Test) => {
  const folder = await mkdtemp(join(tmpdir(), 'phase1-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const [tree, tools, log] = [join(folder, 'tree'), join(folder, 'tools'), join(folder, 'log')]
  await mkdir(tools)
  for (const part of ['scripts', 'rollout', 'config', 'package.json', 'tsconfig.json']) {
    await cp(join(root, part), join(tree, part), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), join(tree, 'node_modules'))
  for (const [name, says] of [
    ['helm', 'v4.1.4'],
    ['kubectl', 'done'],
    ['npm', '12 passed, 0 failed'],
  ] as const) {
    await writeFile(join(tools, name), pretender(log, name, says))
    await chmod(join(tools, name), 0o755)
  }
  await writeFile(log, '')

  const git = (...words: string[]) =>
    execute('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com', ...words], {
      cwd: tree,
    })
  await execute('git', ['init', '--quiet', '--bare', join(folder, 'upstream')])
  await git('init', '--quiet', '--initial-branch=main')
  await writeFile(join(tree, '.git/info/exclude'), 'node_modules\n')
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'feat: everything')
  await git('remote', 'add', 'origin', join(folder, 'upstream'))
  await git('push', '--quiet', '--set-upstream', 'origin', 'main')

  const start = (env: Record<string, string>, words: string[]) => {
    const child = spawn(join(tree, 'scripts/deploy-phase1'), words, {
      cwd: folder,
      env: { ...env, PATH: `${tools}:${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    t.teardown(() => child.kill('SIGKILL'))
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        output += part
      })
    }
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }))
    return { child, output: () => output, ended }
  }
  return {
    tree,
    git,
    start,
    deploy: (env: Record<string, string>, ...words: string[]) => start(env, words).ended,
    told: async () => (await readFile(log, 'utf8')).trim().split('\n'),
  }
}

t.test('all eight steps', async (t) => {
  const launchDarkly = await startLaunchDarkly({ flags: [unlaunched()] })
  t.teardown(() => launchDarkly.close())
  const service = await launchedService(t, launchDarkly, 1)
  const prometheus = await mortalPrometheus(t, service.scrapeAddress)
  const [athlete] = service.athletes
  const { start, deploy, told } = await project(t)
  const env = {
    ...environmentFor(launchDarkly, prometheus.url),
    VERIFY_TOKEN: tokenFor(athlete!.id),
  }
  const words = ['--url', service.address, '--plan', athlete!.planId, '--image-tag', '1.2.3']

  t.test('dry run: reads everything, writes nothing', async (t) => {
    const { code, output } = await deploy(env, ...words, '--dry-run')
    t.equal(code, 0, output)
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) t.match(output, new RegExp(`^${number} \\w`, 'm'))
    t.match(output, '12 passed, 0 failed')
    t.match(output, 'everything is pushed')
    t.match(
      output,
      /dry run, not done: helm upgrade --install .*--set image\.tag=1\.2\.3 --rollback-on-failure/,
    )
    t.match(output, 'To undo: helm --namespace planning rollback planning-engine --wait')
    t.match(output, 'feature_not_available')
    t.match(output, 'Dry run: LaunchDarkly would take it')
    t.equal(launchDarkly.table.get(flagKey)?.version, 1)
    t.notOk((await told()).some((line) => /upgrade|apply/.test(line)))
  })

  t.test('nobody to ask, and no --yes: stops before it writes', async (t) => {
    const { code, output } = await deploy(env, ...words)
    t.equal(code, 1)
    t.match(output, /Stopped at step 3: nobody is there to ask; add --yes/)
    t.match(output, /To go on later: --from 3/)
    t.notOk((await told()).some((line) => /upgrade/.test(line)))
  })

  t.test('--yes: to the watch, which goes on until it is interrupted', async (t) => {
    const running = start(env, [...words, '--yes', '--tested'])
    while (!/: hold;/.test(running.output()) && running.child.exitCode === null) {
      await Promise.race([once(running.child.stdout, 'data'), running.ended])
    }
    running.child.kill('SIGTERM')
    const { code } = await running.ended
    t.equal(code, 130)
    t.match(launchDarkly.table.get(flagKey), { on: true, fallthrough: percentage(10) })
    t.match(launchDarkly.rest.patches.at(-1), { comment: /^Rollout: start at 10 %. deploy-phase1/ })
    const text = running.output()
    t.match(text, 'the flag has arrived: without a token the endpoint says 401')
    t.match(text, /the first preview: \d+ s|not among the 10 %/)
    t.match(text, /^8 Watch\n {2}To undo: npm run rollout -- rollback\n.*on for 10 % of the users/m)
    t.match(text, /Interrupted: the flag stays on for 10 %; nobody watches now\n$/)
    const order = (await told()).filter((line) => /upgrade|rollout status/.test(line))
    t.match(order, [
      'helm upgrade --install planning-engine helm/planning-engine --namespace planning --values production.yaml --set image.tag=1.2.3 --rollback-on-failure --timeout 15m',
      'kubectl --namespace planning rollout status deployment/planning-engine --timeout 10m',
    ])
  })

  t.test('again: the endpoint is on for somebody, so it stops', async (t) => {
    const { code, output } = await deploy(env, ...words, '--yes', '--tested', '--manifest')
    t.equal(code, 1)
    t.match(output, /Stopped at step 5: .*answered 401 unauthorized, expected 404/)
    t.match(
      await told(),
      /kubectl --namespace planning apply --filename k8s\/planning-engine-deployment\.yaml/,
    )
  })
})

t.test('stops at the first that fails', async (t) => {
  const { tree, git, deploy } = await project(t)
  const words = ['--url', 'http://127.0.0.1:1', '--yes']
  const stops = async (at: RegExp, env: Record<string, string> = {}, ...more: string[]) => {
    const { code, output } = await deploy(env, ...words, ...more)
    t.equal(code, 1)
    t.match(output, at)
  }
  await stops(/Stopped at step 1: found the branch main, expected release/, {}, '--branch', 'release')
  await stops(/Stopped at step 1: npm test failed:\nno such luck/, { FAILING: 'test' })
  await stops(/Stopped at step 1: helm lint failed/, { FAILING: 'lint' }, '--tested')
  await stops(
    /Stopped at step 1: the cluster can be reached failed/,
    { FAILING: 'get deployments' },
    '--tested',
  )
  await stops(/Stopped at step 3: helm failed/, { FAILING: 'upgrade' }, '--tested')
  await stops(/Stopped at step 4: .* failed/, { FAILING: 'rollout status' }, '--tested')
  await stops(/Stopped at step 5: .*can't be asked/, {}, '--tested')
  await writeFile(join(tree, 'new.txt'), 'new')
  await stops(/Stopped at step 1: the tree is not clean.*\n\?\? new\.txt/)
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'fix: one more thing')
  await stops(/Stopped at step 2: not pushed yet; .*\n\w+ fix: one more thing/, {}, '--tested')
})

t.test('usage: exit 2', async (t) => {
  const { deploy } = await project(t)
  t.match(await deploy({}), { code: 2, output: /^--url: found nothing/ })
  t.match(await deploy({}, '--help'), { code: 0, output: /^Usage: scripts\/deploy-phase1/ })
  t.throws(() => readOptions(['--url', 'here']), /--url: found "here"/)
  t.throws(() => readOptions(['--url', 'http://a', '--from', '9']), /--from: found "9"/)
  t.throws(() => readOptions(['--url', 'http://a', '--force']), /--force/)
  t.match(readOptions(['--url', 'http://a/', '--from', '6']), {
    url: 'http://a',
    from: 6,
    namespace: 'planning',
  })
  t.equal(spokenCommand('kubectl', ['get', 'a b']), 'kubectl get "a b"')
})

t.test('the twin for Windows calls the same, with the options that it maps', async (t) => {
  const twin = await readFile(join(root, 'scripts/deploy-phase1.ps1'), 'utf8')
  t.match(twin, "'scripts/deploy-phase1.ts'")
  for (const [option] of twin.matchAll(/(?<=')--(?!import)[a-z-]+/g)) t.match(usage, `  ${option} `, option)
  const launcher = await readFile(join(root, 'scripts/deploy-phase1'), 'utf8')
  t.match(launcher, 'scripts/deploy-phase1.ts')
})
