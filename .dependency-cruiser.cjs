/** Which room may know which: server → app → plugins, routes → domain, store; domain → nothing. */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle hides who depends on whom.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain/ knows only itself: no framework, database, file, clock or environment.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'store-knows-domain-only',
      comment: 'Queries speak knex and domain types; they know neither HTTP nor plugins.',
      severity: 'error',
      from: { path: '^store/' },
      to: { path: '^(routes|plugins|app|server|scripts|bench|rollout)' },
    },
    {
      name: 'routes-use-decorators-not-plugins',
      comment:
        'Routes reach plugins through the decorators they declare in their fp dependencies (types apart).',
      severity: 'error',
      from: { path: '^routes/' },
      to: { path: '^(plugins|app|server|config|scripts)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'plugins-do-not-know-routes',
      comment: 'A plugin is one concern; it does not know which routes use it.',
      severity: 'error',
      from: { path: '^plugins/' },
      to: { path: '^(routes|app|server|scripts)' },
    },
    {
      name: 'console-takes-types-only',
      comment: 'What runs in a browser takes nothing of the service but the types of its answers.',
      severity: 'error',
      from: { path: '^console/' },
      to: {
        path: '^(domain|store|plugins|routes|app|server|config|scripts)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-imports-the-console',
      comment: 'The console reaches the service over HTTP, and the service serves it as files.',
      severity: 'error',
      from: { pathNot: '^(console|test/console)/' },
      to: { path: '^console/' },
    },
    {
      name: 'only-the-process-knows-the-server',
      comment: 'server.ts is the process; nothing imports it.',
      severity: 'error',
      from: { pathNot: '^server' },
      to: { path: '^server' },
    },
    {
      name: 'no-development-packages-at-run-time',
      comment: 'What ships may import only what package.json lists under dependencies.',
      severity: 'error',
      from: { pathNot: '^(test|bench|scripts|monitoring|client|console)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'What is imported is listed in package.json, not found there by luck.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(dist|data|coverage|[.]tap)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
}
