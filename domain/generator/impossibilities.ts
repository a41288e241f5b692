/** What an intent asks for that no plan can give, seen before any is tried. */
import type { Movement, MovementPattern } from '../movements/movement.ts'
import { availableMovements, isLifting } from './available-movements.ts'
import type { TrainingIntent } from './intent.ts'
import { isLoadable } from './manner.ts'

/** What of the intent asks too much. */
export type ImpossiblePart = 'library' | 'equipment' | 'limitations' | 'days' | 'weeks'

export interface Impossibility {
  readonly part: ImpossiblePart
  /** JSON Pointer into the intent as it was sent. */
  readonly path: string
  readonly message: string
}

/** The big movements that strength is trained in: legs, pushing, pulling. */
const families: Readonly<Record<string, readonly MovementPattern[]>> = {
  legs: ['squat', 'hinge', 'lunge'],
  push: ['horizontal_push', 'vertical_push'],
  pull: ['horizontal_pull', 'vertical_pull'],
}

const fewestFamilies = 2

const strengthFaults = (intent: TrainingIntent, lifts: readonly Movement[]): Impossibility[] => {
  const loaded = lifts.filter((movement) => movement.mechanic === 'compound' && isLoadable(movement))
  const missing = Object.keys(families).filter(
    (family) => !loaded.some(({ pattern }) => families[family]!.includes(pattern)),
  )
  if (Object.keys(families).length - missing.length >= fewestFamilies) return []
  const message = `strength is built with loads that grow in steps (barbell, dumbbell, kettlebells, cable, machine), and with ${[...intent.equipment].join(', ')} nothing of the kind can be done for ${missing.join(', ')}`
  return [{ part: 'equipment', path: '/equipment', message }]
}

const nothingLeft = (intent: TrainingIntent, movements: readonly Movement[]): Impossibility => {
  const lifts = movements.filter((movement) => isLifting(movement, intent))
  if (lifts.length === 0) {
    const message = 'the movement library has nothing published that a plan could be made from'
    return { part: 'library', path: '', message }
  }
  const free: TrainingIntent = {
    ...intent,
    avoided: { muscles: new Set(), patterns: new Set(), slugs: new Set() },
  }
  return availableMovements(free, lifts).length > 0
    ? {
        part: 'limitations',
        path: '/limitations',
        message: 'with this equipment, everything in the library is touched by what is to be avoided',
      }
    : {
        part: 'equipment',
        path: '/equipment',
        message: `the library has nothing for ${intent.experience} lifters with ${[...intent.equipment].join(', ')}`,
      }
}

export const impossibilities = (
  intent: TrainingIntent,
  movements: readonly Movement[],
): readonly Impossibility[] => {
  const lifts = availableMovements(intent, movements).filter((movement) => isLifting(movement, intent))
  if (lifts.length === 0) return [nothingLeft(intent, movements)]
  return intent.goal === 'strength' ? strengthFaults(intent, lifts) : []
}
