/** `planning_engine_build_info`: which build answers, as labels of a series that is always 1. */
import { versions } from 'node:process'
import promClient, { type Registry } from '@platformatic/prom-client'
import { modelVersion } from '../../domain/parameters.ts'
import { apiVersion } from '../openapi/index.ts'

/** Joined to other series it tells versions apart; its appearance marks a release. */
export const addBuildInfo = (register: Registry): void => {
  const labels = {
    version: apiVersion,
    node_version: versions.node,
    model_version: modelVersion,
  }
  new promClient.Gauge({
    name: 'planning_engine_build_info',
    help: 'Always 1; the labels tell the version of the service, of Node.js, and of the compression model.',
    labelNames: Object.keys(labels),
    registers: [register],
  }).set(labels, 1)
}
