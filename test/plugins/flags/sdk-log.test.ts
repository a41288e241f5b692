/** The SDK's log in ours: no secret gets through, and no warning repeats with every request. */
import Fastify from 'fastify'
import t from 'tap'
import { createSdkLog, createThinnedWarning } from '../../../plugins/flags/sdk-log.ts'

const createLog = () => {
  const lines: string[] = []
  const { log } = Fastify({
    logger: { level: 'debug', stream: { write: (line: string) => lines.push(line) } },
  })
  return { log, lines }
}

t.test('keys and passwords are taken out, of arguments too, and trouble is passed on', async (t) => {
  const { log, lines } = createLog()
  const heard: string[] = []
  const sdkLog = createSdkLog(log, 'sdk-abc', (text) => heard.push(text))
  sdkLog.debug('request to %s', 'https://relay:pass@relay.example/all')
  sdkLog.error('refused', { key: 'sdk-abc' }, new Error('sdk-abc is unknown'))
  const text = lines.join('')
  t.notMatch(text + heard.join(''), /sdk-abc|relay:pass/)
  t.match(text, '//[redacted]@relay.example/all')
  t.equal(heard.length, 1)
  t.match(JSON.parse(lines[1]!), { level: 50, component: 'launchdarkly' })
})

t.test('a warning is written once, another one too, and memory is bounded', async (t) => {
  const { log, lines } = createLog()
  const warn = createThinnedWarning(log)
  for (let repeat = 0; repeat < 10; repeat += 1) {
    warn('one')
    warn('two')
  }
  t.equal(lines.length, 2)
  for (let index = 0; index < 100; index += 1) warn(`other ${index}`)
  warn('one')
  t.equal(lines.filter((line) => line.includes('"one"')).length, 2, 'forgotten among a hundred others')
})
