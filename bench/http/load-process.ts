/** The process that sends the load: takes one job, answers with what it saw, and ends. */
import { once } from 'node:events'
import { Answers } from './answers.ts'
import { closedLoad } from './closed-load.ts'
import type { LoadJob } from './load.ts'
import { openLoad } from './open-load.ts'

const [job] = (await once(process, 'message')) as [LoadJob]
const answers = new Answers()
const { manner } = job
const before = process.cpuUsage()
const startedMs = performance.now()
if (manner.kind === 'closed') await closedLoad(job, manner, answers)
else await openLoad(job, manner.requestsASecond, answers)
const seconds = (performance.now() - startedMs) / 1_000
const { user, system } = process.cpuUsage(before)
process.send!(answers.result(seconds, (user + system) / 1e6 / seconds), () => process.exit())
