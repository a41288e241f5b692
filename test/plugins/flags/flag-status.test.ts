/** The states of a flag source, on a clock of the test's own. */
import Fastify from 'fastify'
import t from 'tap'
import { createFlagStatus } from '../../../plugins/flags/flag-status.ts'

const log = Fastify().log
const start = Date.parse('2030-01-01T00:00:00Z')

t.test('connecting, up, stale, up', async (t) => {
  let nowMs = start
  const status = createFlagStatus('launchdarkly', 'fine', log, () => nowMs)
  t.match(status.state(), { status: 'connecting', ready: false })
  status.troubled('refused')
  t.match(status.state(), { status: 'connecting', ready: false, detail: 'refused' })
  nowMs += 1000
  status.received()
  t.match(status.state(), { status: 'up', detail: 'fine', ready: true, since: '2030-01-01T00:00:01.000Z' })
  nowMs += 1000
  status.troubled('reset')
  nowMs += 1000
  status.troubled('refused')
  t.match(status.state(), {
    status: 'stale',
    ready: true,
    since: '2030-01-01T00:00:02.000Z',
    detail: 'refused',
  })
  status.received()
  t.equal(status.state().status, 'up')
})

t.test('silence ends trouble only where every failure would have been heard', async (t) => {
  let nowMs = start
  const status = createFlagStatus('launchdarkly', 'fine', log, () => nowMs)
  status.troubled('refused', 40_000)
  nowMs += 50_000
  t.equal(status.state().status, 'connecting', 'never before the first values')
  status.received()
  status.troubled('refused', 40_000)
  nowMs += 30_000
  status.troubled('refused', 40_000)
  nowMs += 39_999
  t.equal(status.state().status, 'stale')
  nowMs += 1
  t.equal(status.state().status, 'up')
  status.troubled('reset')
  nowMs += 1_000_000
  t.equal(status.state().status, 'stale')
})

t.test('failed stays failed until values arrive', async (t) => {
  const status = createFlagStatus('launchdarkly', 'fine', log)
  status.failed('refused key')
  status.troubled('giving up')
  t.match(status.state(), { status: 'failed', ready: false, detail: 'every flag is off: refused key' })
  status.received()
  t.equal(status.state().status, 'up')
})
