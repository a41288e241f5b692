/** Step 2: what goes out, and that it is not on this machine alone. */
import { demand, type Step, StepFailure } from './step.ts'

export const showCommits: Step = {
  title: 'Show what is committed and pushed',
  undo: () => 'nothing was changed',
  take: async (tools) => {
    const { print } = tools
    const last = await demand(tools, 'the last commit', 'git', ['log', '--oneline', '--max-count=1'])
    print(`      ${last}`)
    const range = ['log', '--oneline', '@{upstream}..HEAD']
    const unpushed = await demand(tools, 'compared with where it is pushed to', 'git', range)
    if (unpushed === '') {
      print('  ok  everything is pushed')
      return
    }
    throw new StepFailure(`not pushed yet; look at it, then: git push\n${unpushed}`)
  },
}
