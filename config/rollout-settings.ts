/** Settings of the rollout command. They are not the service's: it must never see the REST token. */
import { Type } from '@sinclair/typebox'

export const rolloutSettingsSchema = Type.Object({
  LAUNCHDARKLY_API_TOKEN: Type.Optional(
    Type.String({ secret: true, description: 'REST token with write access to the flag.' }),
  ),
  LAUNCHDARKLY_API_URI: Type.String({
    default: 'https://app.launchdarkly.com',
    pattern: '^https?://',
    description: 'Address of the REST API.',
  }),
  LAUNCHDARKLY_PROJECT: Type.String({ default: 'default', description: 'Project key.' }),
  LAUNCHDARKLY_ENVIRONMENT: Type.String({ default: 'production', description: 'Environment key.' }),
  PROMETHEUS_URL: Type.Optional(
    Type.String({ pattern: '^https?://', description: 'Prometheus that the gates are read from.' }),
  ),
  ROLLOUT_WEBHOOK_URL: Type.Optional(
    Type.String({
      pattern: '^https?://',
      secret: true,
      description: "Where the hourly report goes, such as Slack's webhook.",
    }),
  ),
})
