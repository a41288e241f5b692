/** What a process has cost so far, as the kernel counts it; NaN where there is no /proc. */
import { readFileSync } from 'node:fs'

/** USER_HZ: what /proc counts in, on every Linux that Node.js runs on. */
const ticksASecond = 100

const fieldOf = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1])

/** Seconds of processor time, user and system, all threads together. */
export const processorSeconds = (pid: number | undefined): number => {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    // Fields 14 and 15 of the line, counted behind the name in brackets, which ends at field 2.
    const [user, system] = fields.split(' ').slice(11, 13).map(Number)
    return (user! + system!) / ticksASecond
  } catch {
    return Number.NaN
  }
}

export const residentMegabytes = (pid: number | undefined): number => {
  try {
    return Math.round(fieldOf(readFileSync(`/proc/${pid}/status`, 'utf8'), /VmRSS:\s+(\d+) kB/) / 1024)
  } catch {
    return Number.NaN
  }
}
