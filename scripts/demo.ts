/** `npm run demo`: the real service, the demo plans, nine targets, and what becomes of them; ends by itself. */
import { type DemoOptions, demoUsage, readDemoOptions } from './demo/demo-options.ts'
import { startDemoService } from './demo/demo-service.ts'
import { importDemoPlan } from './demo/import-demo-plan.ts'
import { pageColumns } from './demo/page.ts'
import { paintFor } from './demo/paint.ts'
import { planReport } from './demo/plan-report.ts'
import { demoTargets, type PreviewAnswer, previewTargets } from './demo/preview-targets.ts'
import { wrapped } from './demo/words.ts'

const print = (lines: readonly string[]): void => console.log(lines.join('\n'))

const closing = (answers: readonly PreviewAnswer[]): string[] => {
  const sessions = answers.flatMap((answer) => answer.sessions)
  const proven = sessions.filter(({ optimality }) => optimality.proven).length
  const share = proven === sessions.length ? 'all' : `${proven} of them`
  const text = `${answers.length} answers, ${sessions.length} sessions: ${share} proven optimal, and the Coach's Amendment held in every one. To talk to the service yourself: npm start`
  return wrapped(text, pageColumns)
}

const run = async ({ plans, closeUpMinutes }: DemoOptions): Promise<void> => {
  const paint = paintFor(process.stdout.isTTY === true, process.env.NO_COLOR)
  print([
    paint('bold', 'Planning Engine: Time Crunch Mode'),
    'Starting the service, with a database in memory …',
  ])
  const service = await startDemoService()
  try {
    print([`It listens at ${service.address}. Everything below was asked over HTTP.`, ''])
    const all: PreviewAnswer[] = []
    for (const demoPlan of plans) {
      const planId = await importDemoPlan(service, demoPlan)
      const bufferSeconds = demoPlan.document.amendment?.bufferSeconds ?? 0
      const minutes = closeUpMinutes ?? demoPlan.closeUpMinutes
      const targets = new Set([...demoTargets, minutes])
      const answers = await previewTargets(
        service,
        planId,
        [...targets].sort((one, other) => one - other),
        bufferSeconds,
      )
      const closeUp = answers.find(({ targetMinutes }) => targetMinutes === minutes)
      if (closeUp) print(planReport(demoPlan, answers, closeUp, paint))
      all.push(...answers)
    }
    print(closing(all))
  } finally {
    await service.close()
  }
}

// Whoever pipes this into `head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  const options = readDemoOptions(process.argv.slice(2))
  if (options.help) console.log(demoUsage)
  else await run(options)
} catch (error) {
  console.error(`The demo failed: ${(error as Error).message}`)
  process.exitCode = 1
}
