/** `scripts/deploy-phase1`: the launch's phase 1, step by step. */
import { createInterface } from 'node:readline/promises'
import { check } from './phase1/check.ts'
import { deploy, waitForPods } from './phase1/deploy.ts'
import { firstRequest, startFlag, watch, watchStep } from './phase1/launch.ts'
import { look } from './phase1/look.ts'
import { type DeployOptions, exitCodes, readOptions, UsageError, usage } from './phase1/options.ts'
import { createRunner } from './phase1/run-command.ts'
import { showCommits } from './phase1/show-commits.ts'
import { type Step, StepFailure, type Tools } from './phase1/step.ts'

const steps: readonly Step[] = [check, showCommits, deploy, waitForPods, look, startFlag, firstRequest]

const print = (line: string): void => console.log(line)

const asking =
  ({ dryRun, yes }: DeployOptions) =>
  async (what: string): Promise<boolean> => {
    print(dryRun ? `  dry run, not done: ${what}` : `  ${what}`)
    if (dryRun || yes) return yes && !dryRun
    if (!process.stdin.isTTY) throw new StepFailure('nobody is there to ask; add --yes')
    const terminal = createInterface({ input: process.stdin, output: process.stdout })
    const answer = await terminal.question('  Do it? [y/N] ').finally(() => terminal.close())
    if (!/^y(es)?$/i.test(answer.trim())) throw new StepFailure('refused')
    return true
  }

const takeAll = async (tools: Tools): Promise<number> => {
  const { options } = tools
  for (const [index, step] of steps.entries()) {
    const number = index + 1
    if (number < options.from) continue
    print(`${number} ${step.title}`)
    try {
      await step.take(tools)
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error
      console.error(`  Stopped at step ${number}: ${error.message}`)
      console.error(`  To take this step back: ${step.undo(options)}. To go on later: --from ${number}`)
      return exitCodes.failed
    }
    print(`  To undo: ${step.undo(options)}`)
  }
  print(`${steps.length + 1} ${watchStep.title}`)
  print(`  To undo: ${watchStep.undo(options)}`)
  return watch(tools)
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === undefined) print(usage)
  else {
    const tools = { ...createRunner(), options, print, mayWrite: asking(options), env: process.env }
    process.exitCode = await takeAll(tools)
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.failed
}
