/** Starts the bare route as a process of its own. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Running } from '../start-service.ts'

/** The answer to each request, by its body. */
export type BareAnswers = Readonly<Record<string, string>>

const processFile = fileURLToPath(new URL('./bare-process.ts', import.meta.url))

export const startBareRoute = async (answers: BareAnswers): Promise<Omit<Running, 'readyMs'>> => {
  const child = fork(processFile, {
    execArgv: ['--import=tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  child.send(answers)
  const [address] = await Promise.race([
    once(child, 'message') as Promise<[string]>,
    once(child, 'exit').then(([code]): never => {
      throw new Error(`the bare route ended with ${code}`)
    }),
  ])
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { address, child, stop }
}
