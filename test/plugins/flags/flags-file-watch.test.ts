/** The file watch by itself: a write that is under way is no fault, one that never ends is. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { watchFlagsFile } from '../../../plugins/flags/flags-file-watch.ts'
import { until } from './harness.ts'

const text = (on: boolean): string => JSON.stringify({ flagValues: { flag: on } })
const checkMs = 400

t.test('a file cut short for one reading is no fault, for two it is, reported once', async (t) => {
  const file = join(t.testdir({ 'flags.json': text(true) }), 'flags.json')
  const good: string[] = []
  const faults: string[] = []
  const stop = watchFlagsFile(file, checkMs, {
    onGood: (content) => good.push(content),
    onFault: (fault) => faults.push(fault),
  })
  t.teardown(stop)
  await until(() => good.length === 1, 1000)

  await writeFile(file, text(false).slice(0, 10))
  await sleep(1.5 * checkMs)
  await writeFile(file, text(false))
  await until(() => good.length === 2, 2 * checkMs)
  t.same(good, [text(true), text(false)])
  t.same(faults, [])

  await writeFile(file, '')
  await until(() => faults.length > 0, 4 * checkMs)
  await sleep(2 * checkMs)
  t.same(faults, ['is empty'])
  await writeFile(file, text(false))
  await until(() => good.length === 3, 2 * checkMs, 'mended, though with the same text')
})

t.test('after the end nothing is heard', async (t) => {
  const file = join(t.testdir({ 'flags.json': text(true) }), 'flags.json')
  const good: string[] = []
  const stop = watchFlagsFile(file, 20, { onGood: (content) => good.push(content), onFault() {} })
  await until(() => good.length === 1, 1000)
  stop()
  await writeFile(file, text(false))
  await sleep(100)
  t.equal(good.length, 1)
})
