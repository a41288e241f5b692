/** Other programs, run without a shell: what they said, or on this terminal. */
import { spawn } from 'node:child_process'

export interface Ran {
  readonly ok: boolean
  readonly code: number
  /** Both streams, as they came; empty where they went to the terminal. */
  readonly output: string
}

export interface CommandRunner {
  /** Quietly. */
  readonly run: (command: string, options: readonly string[]) => Promise<Ran>
  /** On this terminal. */
  readonly show: (command: string, options: readonly string[]) => Promise<Ran>
}

const launch = (command: string, options: readonly string[], stdio: 'pipe' | 'inherit'): Promise<Ran> =>
  new Promise((resolve) => {
    // npm is a script on Windows, which only a shell starts there.
    const shell = process.platform === 'win32' && command === 'npm'
    const child = spawn(command, options, { stdio: ['inherit', stdio, stdio], shell })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part: string) => {
        output += part
      })
    }
    // Ctrl-C reaches both by itself, and this one waits for the other's last word; SIGTERM reaches only this one.
    const stay = (): void => {}
    const passOn = (): void => {
      child.kill('SIGTERM')
    }
    process.on('SIGINT', stay).on('SIGTERM', passOn)
    const end = (ran: Ran): void => {
      process.off('SIGINT', stay).off('SIGTERM', passOn)
      resolve(ran)
    }
    child.once('error', ({ message }) => end({ ok: false, code: 1, output: message }))
    child.once('close', (code) => end({ ok: code === 0, code: code ?? 1, output: output.trim() }))
  })

export const createRunner = (): CommandRunner => ({
  run: (command, options) => launch(command, options, 'pipe'),
  show: (command, options) => launch(command, options, 'inherit'),
})

/** A command as somebody could type it. */
export const spokenCommand = (command: string, options: readonly string[]): string =>
  [command, ...options].map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word))).join(' ')
