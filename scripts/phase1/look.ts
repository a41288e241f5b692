/** Step 5: the service is well, somebody measures it, and the feature is off for everybody. */
import { createPrometheus } from '../../rollout/prometheus/client.ts'
import { type Step, StepFailure, type Tools } from './step.ts'

const timeoutMs = 10_000
const previewPath = '/api/v1/time-crunch/preview'

export const ask = async (url: string, path: string): Promise<{ status: number; error: unknown }> => {
  try {
    const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(timeoutMs) })
    const body = await response.json().catch(() => ({}))
    return { status: response.status, error: (body as { error?: unknown }).error }
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: unknown } }
    throw new StepFailure(`${url}${path} can't be asked: ${cause?.code ?? name}`)
  }
}

const checkHealth = async ({ options, print }: Tools): Promise<void> => {
  const { status } = await ask(options.url, '/health/ready')
  if (status !== 200) throw new StepFailure(`/health/ready answered ${status}`)
  print('  ok  /health/ready says 200')
}

const checkMetrics = async ({ env, print }: Tools): Promise<void> => {
  const url = env.PROMETHEUS_URL
  if (!url) throw new StepFailure('PROMETHEUS_URL: found nothing; without it nobody would see what happens')
  const metric = 'planning_engine_time_crunch_requests_total'
  const found = await createPrometheus({ url }).query(`count(${metric})`, Date.now())
  if ('fault' in found) throw new StepFailure(found.fault)
  if (found.length === 0) throw new StepFailure(`Prometheus has no ${metric}: the service is not scraped yet`)
  print(`  ok  Prometheus has ${metric}`)
}

const checkFlagIsOff = async ({ options, print }: Tools): Promise<void> => {
  const { status, error } = await ask(options.url, previewPath)
  if (status !== 404 || error !== 'feature_not_available') {
    throw new StepFailure(
      `${previewPath} answered ${status} ${error ?? ''}, expected 404 feature_not_available: the flag is on for somebody, or this is another service`,
    )
  }
  print(`  ok  ${previewPath} says 404 feature_not_available`)
}

export const look: Step = {
  title: 'Look at health, metrics, and the endpoint with the flag off',
  undo: () => 'nothing was changed',
  take: async (tools) => {
    for (const see of [checkHealth, checkMetrics, checkFlagIsOff]) {
      await see(tools).catch((error: unknown) => {
        // Before the first deployment there is nothing to see yet, and that is no reason to end a rehearsal.
        if (!tools.options.dryRun || !(error instanceof StepFailure)) throw error
        tools.print(`  --  as it is now: ${error.message}`)
      })
    }
  },
}

/** 401 for somebody without a token: the flag is on for someone. */
export const flagHasArrived = async (url: string): Promise<boolean> =>
  (await ask(url, previewPath)).status === 401
