/** What the deployment of phase 1 is told. */
import { parseArgs } from 'node:util'

export const exitCodes = { done: 0, failed: 1, usage: 2 } as const

export const usage = `Usage: scripts/deploy-phase1 --url URL [OPTIONS]

The launch's phase 1, in eight steps. Each says what it did and how to undo it, asks before it writes, and the first that
fails ends it. Files are named from the project's folder.
  1 check     clean tree, right branch, tests, chart, cluster
  2 show      what is committed and not yet pushed; a release must not be on this machine alone
  3 deploy    helm upgrade --install, or kubectl apply of the rendered chart
  4 wait      until every pod is replaced and ready
  5 look      health, metrics in Prometheus, and 404 on the endpoint with the flag off
  6 start     the flag at 10 % of the users
  7 request   the flag has arrived; with --plan also a first preview
  8 watch     hand over to "rollout watch", which takes the feature back when a gate says so

  --url URL         where callers reach the service
  --values FILE     of the chart (default production.yaml)
  --image-tag TAG   instead of the chart's own version
  --namespace NAME  (default planning)
  --release NAME    of Helm, and the Deployment's name (default planning-engine)
  --branch NAME     that is deployed from (default main)
  --manifest        kubectl apply of k8s/planning-engine-deployment.yaml instead of Helm
  --tested          the tests have passed elsewhere, for this very commit
  --plan ID         for the first request; with a token of its owner in VERIFY_TOKEN
  --from N          begin at step N, when those before are done
  --dry-run         reads and prints, writes nothing, and stops before the watch
  --yes             don't ask
  --help            this text

The flag's settings are those of npm run rollout (docs/configuration.md): LAUNCHDARKLY_API_TOKEN, PROMETHEUS_URL, …
Exit codes: 0 done, 1 a step failed or was refused, 2 wrong usage; from the watch on, those of npm run rollout.`

export class UsageError extends Error {}

export interface DeployOptions {
  readonly url: string
  readonly values: string
  readonly imageTag?: string | undefined
  readonly namespace: string
  readonly release: string
  readonly branch: string
  readonly manifest: boolean
  readonly tested: boolean
  readonly planId?: string | undefined
  readonly from: number
  readonly dryRun: boolean
  readonly yes: boolean
}

const lastStep = 8

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      options: {
        url: { type: 'string' },
        values: { type: 'string', default: 'production.yaml' },
        'image-tag': { type: 'string' },
        namespace: { type: 'string', default: 'planning' },
        release: { type: 'string', default: 'planning-engine' },
        branch: { type: 'string', default: 'main' },
        manifest: { type: 'boolean', default: false },
        tested: { type: 'boolean', default: false },
        plan: { type: 'string' },
        from: { type: 'string', default: '1' },
        'dry-run': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** Undefined when help is asked for. */
export const readOptions = (words: readonly string[]): DeployOptions | undefined => {
  const { url, from, help, plan, 'image-tag': imageTag, 'dry-run': dryRun, ...others } = parse(words)
  if (help) return undefined
  if (!url || !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new UsageError(
      `--url: found ${url ? JSON.stringify(url) : 'nothing'}, expected an http or https URL`,
    )
  }
  const first = /^\d$/.test(from) ? Number(from) : 0
  if (first < 1 || first > lastStep) {
    throw new UsageError(`--from: found ${JSON.stringify(from)}, expected a step from 1 to ${lastStep}`)
  }
  return { ...others, url: url.replace(/\/+$/, ''), imageTag, planId: plan, from: first, dryRun }
}
