/**
 * Every field is one that Kubernetes knows: the models check values at run time, but only their types know which fields
 * there are. So the compiler reads what was rendered as literals of those types.
 */
import { fileURLToPath } from 'node:url'
import t from 'tap'
import ts from 'typescript'
import { type KubernetesObject, parseObjects, render } from './objects.ts'
import { allOn, overlay, production, switches } from './switches.ts'

/** Where each kind's type comes from; the models' own names start with an I. */
const modules: Readonly<Record<string, string>> = {
  v1: 'kubernetes-models/v1',
  'apps/v1': 'kubernetes-models/apps/v1',
  'autoscaling/v2': 'kubernetes-models/autoscaling/v2',
  'batch/v1': 'kubernetes-models/batch/v1',
  'gateway.networking.k8s.io/v1': '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1',
  'monitoring.coreos.com/v1': '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1',
  'networking.k8s.io/v1': 'kubernetes-models/networking.k8s.io/v1',
  'policy/v1': 'kubernetes-models/policy/v1',
}

const asSource = (objects: readonly KubernetesObject[]): string =>
  objects
    .map((object) => {
      const type = `import('${modules[object.apiVersion]}').I${object.kind}`
      return `export const _${objects.indexOf(object)}: ${type} = ${JSON.stringify(object, null, 2)}`
    })
    .join('\n')

/** What the compiler says of these objects: one line a fault. */
const faultsOf = (objects: readonly KubernetesObject[]): string[] => {
  // A file that is only in memory, beside this one, so that imports are resolved as they are here.
  const file = fileURLToPath(new URL('rendered-objects.ts', import.meta.url))
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (name) => name === file || fileExists(name)
  host.getSourceFile = (name, target) =>
    name === file ? ts.createSourceFile(name, asSource(objects), target) : getSourceFile(name, target)
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

t.test('everything on, and the ways to do it otherwise', async (t) => {
  const objects = [
    ...render({ values: allOn }),
    ...render({ values: overlay(production, { migrations: { mode: 'init' } }) }),
    ...render({ values: switches['flags file'] ?? {} }),
    ...render({
      values: overlay(switches['inline secrets'] ?? {}, {
        rollout: { ...(switches['rollout guard that comes and goes'] as { rollout: object }).rollout },
      }),
    }),
  ]
  t.strictSame(faultsOf(objects), [])
})

t.test('a misspelt field is found, however deep', async (t) => {
  const [service] = parseObjects(
    'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { ports: [{ port: 80, targetPrt: http }] }\n',
  )
  t.match(faultsOf([service!]).join('\n'), /targetPrt/)
})
