/** The demo does not believe an answer because it was sent. */
import t from 'tap'
import type { DemoService } from '../../../scripts/demo/demo-service.ts'
import { type PreviewAnswer, previewTargets } from '../../../scripts/demo/preview-targets.ts'

const session = {
  name: 'Squat',
  compressedDurationSeconds: 1_800,
  meetsTimeConstraint: true,
  amendment: [
    { id: 'A1', held: true },
    { id: 'A2', held: true },
  ],
}

const ask = (change: object, bufferSeconds = 0) => {
  const answer = { targetMinutes: 30, sessions: [{ ...session, ...change }] }
  const send: DemoService['send'] = async () => ({ body: answer as PreviewAnswer, etag: null })
  const service = { address: '', close: async () => {}, send }
  return previewTargets(service, 'plan', [30], bufferSeconds)
}

t.test('an answer that fits exactly is shown', async (t) => {
  t.equal((await ask({})).length, 1)
})

t.test('an answer that says that it does not fit is shown', async (t) => {
  const longer = { compressedDurationSeconds: 1_801, meetsTimeConstraint: false }
  t.equal((await ask(longer)).length, 1)
})

const faults: [title: string, change: object, bufferSeconds: number, message: RegExp][] = [
  ['too long', { compressedDurationSeconds: 1_801 }, 0, /^"Squat" at 30 minutes takes 1801 s/],
  ['within the target, but not the buffer', {}, 60, /^"Squat" at 30 minutes takes 1800 s/],
  ['short enough, and denies it', { meetsTimeConstraint: false }, 0, /takes 1800 s/],
  ['a broken article', { amendment: [{ id: 'A4', held: false }] }, 0, /^"Squat" at 30 minutes breaks A4$/],
]
for (const [title, change, bufferSeconds, message] of faults) {
  t.test(`${title}: the demo stops`, async (t) => {
    await t.rejects(ask(change, bufferSeconds), { message })
  })
}
