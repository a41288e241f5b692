/** Steps 3 and 4: the release goes to the cluster, and pods are replaced one by one. */
import type { DeployOptions } from './options.ts'
import { spokenCommand } from './run-command.ts'
import { demand, type Step, StepFailure, type Tools } from './step.ts'

/** What takes a failed upgrade back has another name in Helm 3. */
const rollbackOption = async (tools: Tools): Promise<string> => {
  const version = await demand(tools, 'helm is there', 'helm', ['version', '--template', '{{.Version}}'])
  return version.startsWith('v3.') ? '--atomic' : '--rollback-on-failure'
}

const commandOf = async (tools: Tools): Promise<[string, string[]]> => {
  const { manifest, namespace, release, values, imageTag } = tools.options
  if (manifest) {
    return [
      'kubectl',
      ['--namespace', namespace, 'apply', '--filename', 'k8s/planning-engine-deployment.yaml'],
    ]
  }
  const options = [
    'upgrade',
    '--install',
    release,
    'helm/planning-engine',
    '--namespace',
    namespace,
    '--values',
    values,
  ]
  const tag = imageTag === undefined ? [] : ['--set', `image.tag=${imageTag}`]
  return ['helm', [...options, ...tag, await rollbackOption(tools), '--timeout', '15m']]
}

const undoDeploy = ({ manifest, namespace, release }: DeployOptions): string =>
  manifest
    ? `kubectl --namespace ${namespace} rollout undo deployment/${release}`
    : `helm --namespace ${namespace} rollback ${release} --wait`

export const deploy: Step = {
  title: 'Deploy, with the flag off',
  undo: undoDeploy,
  take: async (tools) => {
    const [command, options] = await commandOf(tools)
    const spoken = spokenCommand(command, options)
    if (!(await tools.mayWrite(spoken))) return
    const { ok } = await tools.show(command, options)
    if (!ok) throw new StepFailure(`${command} failed`)
  },
}

export const waitForPods: Step = {
  title: 'Wait for the pods',
  undo: undoDeploy,
  take: async (tools) => {
    const { namespace, release, dryRun } = tools.options
    const options = [
      '--namespace',
      namespace,
      'rollout',
      'status',
      `deployment/${release}`,
      '--timeout',
      '10m',
    ]
    if (dryRun) tools.print(`  dry run, not done: ${spokenCommand('kubectl', options)}`)
    else await demand(tools, 'every pod is replaced and ready', 'kubectl', options)
  },
}
