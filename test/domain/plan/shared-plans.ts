/** The programmes in the shared data, read where they are. */
import { readdirSync, readFileSync } from 'node:fs'
import type { PlanDocument } from '../../../domain/plan/document.ts'

const folder = new URL('../../../../shared/data/plans/', import.meta.url)

export const sharedPlans = (): { file: string; document: PlanDocument }[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, document: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) }))
