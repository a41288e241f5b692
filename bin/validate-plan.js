#!/usr/bin/env node
// For `npx planning-engine-validate-plan`: the TypeScript source runs as it is, wherever the package was installed.
import { register } from 'tsx/esm/api'

register()
await import('../scripts/validate-plan.ts')
