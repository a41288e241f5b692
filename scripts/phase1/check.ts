/** Step 1: nothing is deployed from a tree, a branch or a state that nobody knows. */
import { demand, type Step, StepFailure, type Tools } from './step.ts'

const checkTree = async (tools: Tools): Promise<void> => {
  const { branch } = tools.options
  const changed = await demand(tools, 'git knows this folder', 'git', ['status', '--porcelain'])
  if (changed !== '') throw new StepFailure(`the tree is not clean; commit or put away:\n${changed}`)
  tools.print('  ok  the tree is clean')
  const found = await demand(tools, 'a branch is checked out', 'git', ['branch', '--show-current'])
  if (found !== branch) throw new StepFailure(`found the branch ${found || '(none)'}, expected ${branch}`)
  tools.print(`  ok  the branch is ${branch}`)
}

const checkTests = async (tools: Tools): Promise<void> => {
  if (tools.options.tested) {
    tools.print('  ok  the tests have passed elsewhere (--tested)')
    return
  }
  const output = await demand(tools, 'npm test', 'npm', ['test', '--silent'])
  tools.print(`      ${output.split('\n').at(-1)}`)
}

const checkCluster = async (tools: Tools): Promise<void> => {
  const { manifest, values, namespace } = tools.options
  if (!manifest) {
    const options = ['lint', '--strict', 'helm/planning-engine', '--values', values]
    await demand(tools, 'helm lint', 'helm', options)
  }
  await demand(tools, 'the cluster can be reached', 'kubectl', [
    '--namespace',
    namespace,
    'get',
    'deployments',
  ])
}

export const check: Step = {
  title: 'Check tree, branch, tests, chart and cluster',
  undo: () => 'nothing was changed',
  take: async (tools) => {
    await checkTree(tools)
    await checkTests(tools)
    await checkCluster(tools)
  },
}
