/** k8s/planning-engine-deployment.yaml: the chart rendered for whoever has kubectl and no Helm. */
import { fileURLToPath } from 'node:url'
import { template } from './helm.ts'

const root = new URL('../../', import.meta.url)

export const manifestFile = fileURLToPath(new URL('k8s/planning-engine-deployment.yaml', root))

const head = `# The Planning Engine for kubectl, made by \`npm run chart\` from helm/planning-engine and k8s/values.yaml; a test keeps
# it in step. It holds no secret. Before the first \`kubectl apply\`:
#   kubectl create secret generic planning-engine-database --from-literal=DATABASE_URL=…
#   kubectl create secret generic planning-engine-launchdarkly --from-literal=LAUNCHDARKLY_SDK_KEY=…
# and put your issuer into the ConfigMap. Image: planning-engine, at the version of this checkout.
`

/** Throws with Helm's own words where the values do not work. */
export const manifest = (): string => {
  const { status, out, err } = template({
    files: ['values-production.yaml', fileURLToPath(new URL('k8s/values.yaml', root))],
    options: ['--skip-tests', '--no-hooks'],
  })
  if (status !== 0) throw new Error(err)
  return `${head}${out.replaceAll('managed-by: Helm', 'managed-by: kubectl')}`
}
