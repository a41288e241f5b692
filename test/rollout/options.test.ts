/** What the command line may say, and what it must not. */
import t from 'tap'
import { readOptions } from '../../scripts/rollout/options.ts'
import { usage, verbs } from '../../scripts/rollout/usage.ts'

t.test('defaults are those of the launch', async (t) => {
  t.match(readOptions(['watch']), {
    verb: 'watch',
    flagKey: 'feature.stream5_time_crunch_mode',
    json: false,
    promote: false,
    reportEverySeconds: 3_600,
    settings: {
      windowSeconds: 300,
      intervalSeconds: 60,
      readingsToRollBack: 2,
      fewestRequests: 20,
      namespace: undefined,
      dryRun: false,
      phases: [
        { number: 1, percent: 10, dwellSeconds: 14_400 },
        { percent: 25 },
        { percent: 50 },
        { number: 4, percent: 100 },
      ],
    },
  })
})

t.test('what is said is done', async (t) => {
  const words = [
    '--phases',
    '5:30m,50:0s,100:1d',
    '--interval',
    '10s',
    '--no-cluster-gates',
    '--namespace',
    'staging',
  ]
  const settings = readOptions(['status', ...words])?.settings
  t.strictSame(settings?.phases, [
    { number: 1, percent: 5, dwellSeconds: 1_800 },
    { number: 2, percent: 50, dwellSeconds: 0 },
    { number: 3, percent: 100, dwellSeconds: 86_400 },
  ])
  t.match(settings, { intervalSeconds: 10, namespace: 'staging' })
  t.equal(settings?.gates.length, 4)
  t.match(readOptions(['rollback', '--reason', 'odd', '--dry-run']), {
    settings: { reason: 'odd', dryRun: true },
  })
  t.match(readOptions(['watch', '--promote', '--forever', '--json']), {
    promote: true,
    forever: true,
    json: true,
  })
})

const wrong: [string[], RegExp][] = [
  [[], /VERB: found nothing/],
  [['go'], /VERB: found "go", expected one of plan, status/],
  [['start', 'now'], /found "now" after start/],
  [['start', '--force'], /--force/],
  [['status', '--dry-run'], /--dry-run means nothing to status/],
  [['start', '--promote'], /--promote means nothing to start/],
  [['status', '--output', 'x'], /--output means nothing to status/],
  [['watch', '--once', '--forever'], /one of the two/],
  [['plan', '--phases', '10:4h'], /rise to 100/],
  [['plan', '--phases', '50:1h,25:1h,100:1h'], /rise to 100/],
  [['plan', '--phases', '0:1h,100:1h'], /found "0:1h"/],
  [['plan', '--phases', '10,100:1h'], /--phases: found ""/],
  [['plan', '--phases', '101:1h'], /found "101:1h"/],
  [['watch', '--interval', '0s'], /--interval: found "0s"/],
  [['watch', '--interval', 'soon'], /--interval: found "soon"/],
  [['watch', '--readings', '0'], /--readings: found "0", expected a number from 1 to 10/],
  [['watch', '--min-requests', '-1'], /min-requests/],
]
for (const [words, message] of wrong) {
  t.test(`refused: ${words.join(' ')}`, async (t) => {
    t.throws(() => readOptions(words), { exitCode: 2, message })
  })
}

t.test('help wins, and has every verb', async (t) => {
  t.equal(readOptions(['--help']), undefined)
  t.equal(readOptions(['start', '-h']), undefined)
  for (const verb of verbs) t.match(usage, new RegExp(`^ {2}${verb} `, 'm'))
  t.notOk(usage.split('\n').some((line) => line.length > 120))
})
