/** Settings and options become what the verbs work with: clients, clock, run id. */
import { randomUUID } from 'node:crypto'
import type { Static } from '@sinclair/typebox'
import { readSettings, type Settings } from '../../config/read-settings.ts'
import { rolloutSettingsSchema } from '../../config/rollout-settings.ts'
import { createLaunchDarkly } from '../../rollout/launchdarkly/client.ts'
import { createPrometheus } from '../../rollout/prometheus/client.ts'
import type { Rollout } from '../../rollout/rollout.ts'
import { exitCodes, RolloutError } from '../../rollout/rollout-error.ts'
import { createWebhook } from '../../rollout/webhook.ts'
import type { Interruption } from './interruption.ts'
import type { RolloutOptions } from './options.ts'
import type { Verb } from './usage.ts'

type RolloutEnvironment = Settings<Static<typeof rolloutSettingsSchema>>

const missing = (name: string, what: string): RolloutError =>
  new RolloutError(exitCodes.usage, `${name}: found nothing, expected ${what}`)

const readEnvironment = (env: Readonly<Record<string, string | undefined>>): RolloutEnvironment => {
  try {
    return readSettings(rolloutSettingsSchema, env)
  } catch (error) {
    throw new RolloutError(exitCodes.usage, (error as Error).message)
  }
}

/** Without it they would go ahead blind, or watch nothing. */
const needPrometheus: readonly Verb[] = ['start', 'promote', 'watch']

const hasCredentials = ({ username, password }: URL): boolean => username !== '' || password !== ''

const checkUrls = ({ launchdarklyApiUri, prometheusUrl }: RolloutEnvironment): void => {
  const urls = { LAUNCHDARKLY_API_URI: launchdarklyApiUri, PROMETHEUS_URL: prometheusUrl }
  for (const [name, url] of Object.entries(urls)) {
    if (url === undefined) continue
    const wrong = URL.canParse(url)
      ? hasCredentials(new URL(url)) && 'credentials in it'
      : 'text that is no URL'
    if (wrong)
      throw new RolloutError(exitCodes.usage, `${name}: found ${wrong}, expected a plain http or https URL`)
  }
}

export const openRollout = (
  env: Readonly<Record<string, string | undefined>>,
  { verb, settings, flagKey, webhook }: RolloutOptions,
  { sleep }: Pick<Interruption, 'sleep'>,
  warn: (sentence: string) => void,
): Rollout => {
  const environment = readEnvironment(env)
  checkUrls(environment)
  const { launchdarklyApiToken, launchdarklyApiUri, prometheusUrl, rolloutWebhookUrl } = environment
  // A secret mounted from a file often ends in a line break, which no header may hold.
  const token = launchdarklyApiToken?.trim()
  if (!token) throw missing('LAUNCHDARKLY_API_TOKEN', 'a REST token of LaunchDarkly')
  if (prometheusUrl === undefined && needPrometheus.includes(verb)) {
    throw missing('PROMETHEUS_URL', `a Prometheus; ${verb} goes by its gates`)
  }
  if (webhook && rolloutWebhookUrl === undefined)
    throw missing('ROLLOUT_WEBHOOK_URL', 'where to post the report')
  return {
    launchDarkly: createLaunchDarkly({
      uri: launchdarklyApiUri,
      token,
      place: {
        project: environment.launchdarklyProject,
        environment: environment.launchdarklyEnvironment,
        flagKey,
      },
      sleep,
      nowMs: Date.now,
      random: Math.random,
    }),
    prometheus: prometheusUrl === undefined ? undefined : createPrometheus({ url: prometheusUrl }),
    settings,
    runId: randomUUID(),
    nowMs: Date.now,
    sleep,
    notify:
      rolloutWebhookUrl === undefined
        ? async () => {}
        : createWebhook({ url: rolloutWebhookUrl, onFault: warn }),
  }
}
