/** What `helm install` says when it is done: what was installed, and what to be careful with. */
import t from 'tap'
import { chartFolder, helm } from '../../scripts/chart/helm.ts'
import { overlay, production, switches } from './switches.ts'

const notes = (values: object): string => {
  const { status, out, err } = helm(
    [
      'install',
      'planning-engine',
      chartFolder,
      '--namespace',
      'planning',
      '--dry-run=client',
      '--values',
      '-',
    ],
    JSON.stringify(values),
  )
  if (status !== 0) throw new Error(err)
  return out.slice(out.indexOf('NOTES:'))
}

const warnings = [/DEVELOPMENT/, /in memory/, /Nothing migrates/, /kill switch is on/, /rollout guard/]

t.test('the defaults: a way in, and a warning of what they are', async (t) => {
  const text = notes({})
  t.match(text, 'kubectl --namespace planning rollout status deployment/planning-engine')
  t.match(text, 'port-forward service/planning-engine 3000:80')
  t.match(text, /DEVELOPMENT/)
  t.match(text, /in memory/)
  t.match(text, /on for all: the file in the image/)
})

t.test('production: no warning', async (t) => {
  const text = notes(overlay(production, switches.ingress ?? {}))
  t.match(text, 'https://planning-engine.example.com/docs')
  t.match(text, /comes from LaunchDarkly/)
  for (const warning of warnings) t.notMatch(text, warning)
})

t.test('production with its switches: each is named', async (t) => {
  const text = notes(
    overlay(overlay(production, switches['rollout guard that stays'] ?? {}), {
      settings: { TIME_CRUNCH_KILL_SWITCH: true },
      migrations: { mode: 'none' },
    }),
  )
  t.match(text, /kill switch is on/)
  t.match(text, /Nothing migrates/)
  t.match(text, /rollout guard \(Deployment planning-engine-rollout\)/)
})
