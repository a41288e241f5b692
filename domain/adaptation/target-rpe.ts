/** How hard an exercise was meant to be: the report's word, else the plan's, else the default of its role. */
import type { NormalExercise, Role } from '../plan/document.ts'
import { adaptationParameters } from './parameters.ts'
import type { TargetSource } from './report.ts'

const defaults: Readonly<Partial<Record<Role, number>>> = {
  core: adaptationParameters.targetRpeCore.value,
  accessory: adaptationParameters.targetRpeAccessory.value,
}

/** Of the hardest working set, because that is the one an exercise's RPE speaks of; undefined where none is written. */
export const writtenRpe = ({ sets, rpe }: NormalExercise): number | undefined => {
  if (typeof sets === 'number') return rpe
  const efforts = sets.filter(({ warmup }) => warmup !== true).map((set) => set.rpe ?? rpe)
  const written = efforts.filter((effort) => effort !== undefined)
  return written.length > 0 ? Math.max(...written) : undefined
}

export interface Target {
  readonly targetRpe: number | null
  readonly targetFrom: TargetSource | null
}

export const targetRpe = (exercise: NormalExercise, reported: number | undefined): Target => {
  if (reported !== undefined) return { targetRpe: reported, targetFrom: 'report' }
  const written = writtenRpe(exercise)
  if (written !== undefined) return { targetRpe: written, targetFrom: 'plan' }
  const byRole = defaults[exercise.role]
  return byRole === undefined
    ? { targetRpe: null, targetFrom: null }
    : { targetRpe: byRole, targetFrom: 'role' }
}
