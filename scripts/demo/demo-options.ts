/** What may be said to `npm run demo`. */
import { parseArgs } from 'node:util'
import type { DemoPlan } from '../../demo-plans/demo-plan.ts'
import { demoPlans } from '../../demo-plans/demo-plans.ts'
import { compressorParameters } from '../../domain/parameters.ts'

const planKeys = demoPlans.map(({ key }) => key).join(', ')
const shortest = compressorParameters.shortestTargetMinutes.value
const longest = compressorParameters.longestTargetMinutes.value

export const demoUsage = `Usage: npm run demo [-- OPTIONS]

Starts the real service with a database in memory, imports the demo plans over HTTP, asks it to fit them into nine
targets from ${shortest} to ${longest} minutes, and shows what it answered: a table a plan, and one target session by session.
  --plan NAME   only this plan: ${planKeys}
  --target N    look closely at N minutes (${shortest} to ${longest}) instead of the target chosen for each plan
  --help        this text

Colours appear on a terminal only; NO_COLOR=1 turns them off there too.`

export interface DemoOptions {
  readonly help: boolean
  readonly plans: readonly DemoPlan[]
  /** Undefined: each plan's own. */
  readonly closeUpMinutes: number | undefined
}

const plansOf = (key: string | undefined): readonly DemoPlan[] => {
  if (key === undefined) return demoPlans
  const chosen = demoPlans.filter((plan) => plan.key === key)
  if (chosen.length > 0) return chosen
  throw new Error(`--plan: found ${JSON.stringify(key)}, expected one of ${planKeys}`)
}

const minutesOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  if (minutes >= shortest && minutes <= longest) return minutes
  throw new Error(
    `--target: found ${JSON.stringify(text)}, expected whole minutes from ${shortest} to ${longest}`,
  )
}

/** Throws, in one line, at what it does not understand. */
export const readDemoOptions = (written: readonly string[]): DemoOptions => {
  const { values } = parseArgs({
    args: [...written],
    options: {
      plan: { type: 'string' },
      target: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  return { help: values.help, plans: plansOf(values.plan), closeUpMinutes: minutesOf(values.target) }
}
