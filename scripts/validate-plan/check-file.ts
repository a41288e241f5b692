/** One file of a plan document: read as the service reads a request, then checked. */
import { readFile } from 'node:fs/promises'
import { checkPlan, type PlanFault } from './check-plan.ts'

export interface FileReport {
  readonly file: string
  readonly valid: boolean
  readonly faults: readonly PlanFault[]
}

/** BODY_LIMIT_BYTES of a service without settings. */
const mostBytes = 1024 * 1024

const whole = (message: string): PlanFault[] => [{ path: '', message }]

const unreadable = ({ code }: NodeJS.ErrnoException): PlanFault[] => {
  if (code === 'ENOENT') return whole('there is no such file')
  return whole(code === 'EISDIR' ? 'is a folder' : `can't be read (${code})`)
}

const faultsIn = (bytes: Buffer): PlanFault[] => {
  if (bytes.length > mostBytes) return whole(`has ${bytes.length} bytes; at most ${mostBytes} are allowed`)
  let value: unknown
  try {
    // A byte order mark is no part of the document.
    value = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    return whole(`is no JSON: ${(error as Error).message}`)
  }
  return checkPlan(value)
}

export const checkFile = async (file: string): Promise<FileReport> => {
  const faults = await readFile(file).then(faultsIn, unreadable)
  return { file, valid: faults.length === 0, faults }
}
