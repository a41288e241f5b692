/** `npm run chart`, its second half: writes k8s/planning-engine-deployment.yaml. */
import { writeFileSync } from 'node:fs'
import { manifest, manifestFile } from './chart/manifest.ts'

writeFileSync(manifestFile, manifest())
console.log('wrote k8s/planning-engine-deployment.yaml')
