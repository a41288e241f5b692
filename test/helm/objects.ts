/** Kubernetes objects out of rendered text: parsed strictly, and checked against the models of their kinds. */
import { HTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute'
import {
  PrometheusRule,
  ServiceMonitor,
} from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1'
import { Deployment } from 'kubernetes-models/apps/v1'
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2'
import { CronJob, Job } from 'kubernetes-models/batch/v1'
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1'
import { ConfigMap, Pod, Secret, Service, ServiceAccount } from 'kubernetes-models/v1'
import { parseAllDocuments } from 'yaml'
import { type Rendering, template } from '../../scripts/chart/helm.ts'

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string }
}

export interface Container {
  readonly name: string
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly env?: readonly { name: string; valueFrom?: { secretKeyRef?: { name: string; key: string } } }[]
  readonly envFrom?: readonly { configMapRef: { name: string } }[]
  readonly ports?: readonly { name: string; containerPort: number }[]
  readonly securityContext?: { readonly capabilities?: object }
  readonly volumeMounts?: readonly { name: string; mountPath: string; subPath?: string }[]
  readonly startupProbe?: Probe
  readonly livenessProbe?: Probe
  readonly readinessProbe?: Probe
  readonly [field: string]: unknown
}

export interface PodSpec {
  readonly containers: readonly Container[]
  readonly initContainers?: readonly Container[]
  readonly [field: string]: unknown
}

export interface KubernetesObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: {
    readonly name: string
    readonly labels: Readonly<Record<string, string>>
    readonly annotations?: Readonly<Record<string, string>>
  }
  // biome-ignore lint/suspicious/noExplicitAny: each kind has a form of its own; the models check it.
  readonly [field: string]: any
}

type Model = new (data: never) => { validate(): void }

const models: Record<string, Model> = {
  'v1/ConfigMap': ConfigMap,
  'v1/Pod': Pod,
  'v1/Secret': Secret,
  'v1/Service': Service,
  'v1/ServiceAccount': ServiceAccount,
  'apps/v1/Deployment': Deployment,
  'autoscaling/v2/HorizontalPodAutoscaler': HorizontalPodAutoscaler,
  'batch/v1/CronJob': CronJob,
  'batch/v1/Job': Job,
  'gateway.networking.k8s.io/v1/HTTPRoute': HTTPRoute,
  'monitoring.coreos.com/v1/PrometheusRule': PrometheusRule,
  'monitoring.coreos.com/v1/ServiceMonitor': ServiceMonitor,
  'networking.k8s.io/v1/Ingress': Ingress,
  'networking.k8s.io/v1/NetworkPolicy': NetworkPolicy,
  'policy/v1/PodDisruptionBudget': PodDisruptionBudget,
}

/** What is wrong with the object in the eyes of its kind; undefined when nothing is. */
export const modelFault = (object: KubernetesObject): string | undefined => {
  const model = models[`${object.apiVersion}/${object.kind}`]
  if (model === undefined) return `no model of ${object.apiVersion}/${object.kind}`
  try {
    new model(object as never).validate()
    return undefined
  } catch (error) {
    return `${object.kind}/${object.metadata.name}: ${(error as Error).message}`
  }
}

/** Throws at a duplicate key or anything else that YAML does not allow; Helm would let it through. */
export const parseObjects = (text: string): KubernetesObject[] =>
  parseAllDocuments(text, { strict: true, uniqueKeys: true }).flatMap((document) => {
    const [fault] = [...document.errors, ...document.warnings]
    if (fault) throw fault
    const object: KubernetesObject | null = document.toJS()
    return object === null ? [] : [object]
  })

/** What these values would install. Throws with Helm's own words where they are refused. */
export const render = (rendering: Rendering = {}): KubernetesObject[] => {
  const { status, out, err } = template(rendering)
  if (status !== 0) throw new Error(err)
  return parseObjects(out)
}

export const ofKind = (objects: readonly KubernetesObject[], kind: string): KubernetesObject[] =>
  objects.filter((object) => object.kind === kind)

/** The one object of this kind and name. */
export const find = (objects: readonly KubernetesObject[], kind: string, name: string): KubernetesObject => {
  const [object, ...others] = ofKind(objects, kind).filter(({ metadata }) => metadata.name === name)
  if (object === undefined || others.length > 0) throw new Error(`not exactly one ${kind}/${name}`)
  return object
}

export interface FoundPod {
  readonly owner: KubernetesObject
  readonly labels: Readonly<Record<string, string>>
  readonly spec: PodSpec
}

const podIn = (object: KubernetesObject): FoundPod | undefined => {
  if (object.kind === 'Pod') return { owner: object, labels: object.metadata.labels, spec: object.spec }
  const template = object.spec?.template ?? object.spec?.jobTemplate?.spec.template
  return template && { owner: object, labels: template.metadata.labels, spec: template.spec }
}

/** Every pod, whoever starts it. */
export const podsOf = (objects: readonly KubernetesObject[]): FoundPod[] =>
  objects.flatMap((object) => podIn(object) ?? [])

/** The pod that the one object of this kind and name starts. */
export const podOf = (objects: readonly KubernetesObject[], kind: string, name: string): FoundPod => {
  const pod = podIn(find(objects, kind, name))
  if (pod === undefined) throw new Error(`${kind}/${name} starts no pod`)
  return pod
}

export const containersOf = ({ spec }: FoundPod): Container[] => [
  ...(spec.initContainers ?? []),
  ...spec.containers,
]
