/** `npm run chart`: brings what is made from the settings and the values up to date: the chart's schema and README. */
import { writeFileSync } from 'node:fs'
import { chartFolder, readChartFile } from './chart/helm.ts'
import { chartReadme } from './chart/readme.ts'
import { withSettings } from './chart/settings-schema.ts'

const schema = withSettings(readChartFile('values.schema.json'))
writeFileSync(`${chartFolder}values.schema.json`, schema)
console.log('wrote helm/planning-engine/values.schema.json')
writeFileSync(`${chartFolder}README.md`, chartReadme(schema, readChartFile('values.yaml')))
console.log('wrote helm/planning-engine/README.md')
