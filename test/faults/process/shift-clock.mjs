/**
 * Loaded before a process (`--import`): its calendar clock is ahead, or behind, by the milliseconds that a file holds, and
 * jumps when the file changes. Clocks that only go on (`performance.now`, timers, `process.hrtime`) stay as they are, as they
 * do where a machine's clock is set. JavaScript, because worker threads load it too, and those know no other.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.CLOCK_SHIFT_FILE
const RealDate = Date
let shiftMs = 0

/** Beside the file it says by what the service goes. */
const read = () => {
  const shift = Number(readFileSync(file, 'utf8'))
  if (shift === shiftMs) return
  shiftMs = shift
  if (isMainThread) writeFileSync(`${file}.seen`, String(shift))
}
const now = () => RealDate.now() + shiftMs

if (file !== undefined) {
  read()
  setInterval(read, 20).unref()
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, parts, newTarget) =>
      Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
}
