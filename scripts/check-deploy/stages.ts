/** What makes this ready for a cluster, stage by stage: folders of tests, each of them a part of `npm test` too. */

export interface Stage {
  readonly name: string
  /** What it shows. */
  readonly about: string
  /** Folders, or single files, under test/. */
  readonly tests: readonly string[]
}

export const stages: readonly Stage[] = [
  {
    name: 'chart',
    about: 'Helm and kubectl: lint, every switch on and off, upgrade, refusals, the rendered manifest',
    tests: ['test/helm'],
  },
  {
    name: 'container',
    about: 'Dockerfile and compose file, and the steps of the Dockerfile followed in a clean folder',
    tests: ['test/container'],
  },
  {
    name: 'monitoring',
    about: 'rules and dashboard, promtool, and a Prometheus that scrapes the running service',
    tests: ['test/monitoring'],
  },
  {
    name: 'api',
    about: 'generated = committed, redocly, breaking changes, the payloads on the pages',
    tests: ['test/plugins/openapi', 'test/contracts'],
  },
  {
    name: 'schemas',
    about: 'the plan document for other repositories, and its validator',
    tests: ['test/schemas'],
  },
  { name: 'client', about: 'the typed client drives the running service', tests: ['test/client'] },
  { name: 'workflows', about: 'actionlint, pins, rights', tests: ['test/workflows'] },
  { name: 'capacity', about: 'the queue, and the page that follows from it', tests: ['test/capacity'] },
]
