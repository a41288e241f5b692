/** For an intent that no plan can serve: the smallest changes that make it one that can. */
import type { Movement } from '../movements/movement.ts'
import { equipment as knownEquipment } from '../plan/vocabulary.ts'
import { generatePlan } from './generate-plan.ts'
import type { ImpossiblePart } from './impossibilities.ts'
import { type IntentDocument, spoken } from './intent.ts'

export interface Proposal {
  /** JSON Pointer to what would change. */
  readonly path: string
  readonly message: string
  /** The whole intent, ready to be sent. */
  readonly intent: IntentDocument
}

type Kind = 'goal' | 'days' | 'weeks' | 'equipment' | 'limitations'

/** What can help, the athlete's wishes before what the athlete has; another change would only be tried in vain. */
const helpful: Readonly<Record<ImpossiblePart, readonly Kind[]>> = {
  library: [],
  equipment: ['goal', 'equipment', 'limitations'],
  limitations: ['limitations', 'equipment'],
  days: ['days', 'equipment'],
  weeks: ['weeks', 'days'],
}

/** Goals by how much they ask for. */
const modestGoals = ['general_fitness', 'muscular_endurance', 'hypertrophy'] as const
/** Cheapest and most useful first. */
const usefulEquipment = ['dumbbell', 'kettlebells', 'barbell', 'machine', 'cable'] as const
/** Tried while somebody waits, so not one by one. */
const weekShares = [0.9, 0.8, 0.7, 0.6, 0.5, 0.3]
const mostLimitationsTried = 12

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const otherGoals = (intent: IntentDocument): Proposal[] =>
  intent.goal === 'strength'
    ? modestGoals.map((goal) => ({
        path: '/goal',
        message: `for ${spoken(goal)}`,
        intent: { ...intent, goal },
      }))
    : []

const fewerDays = (intent: IntentDocument): Proposal[] =>
  Array.from({ length: intent.daysPerWeek - 1 }, (_, index) => {
    const daysPerWeek = intent.daysPerWeek - 1 - index
    return {
      path: '/daysPerWeek',
      message: `on ${counted(daysPerWeek, 'day')} a week`,
      intent: { ...intent, daysPerWeek },
    }
  })

const fewerWeeks = (intent: IntentDocument): Proposal[] =>
  weekShares.map((share) => {
    const weeks = Math.max(1, Math.floor((intent.weeks ?? 1) * share))
    return { path: '/weeks', message: `for ${counted(weeks, 'week')}`, intent: { ...intent, weeks } }
  })

const moreEquipment = (intent: IntentDocument): Proposal[] =>
  [...usefulEquipment.map((word) => [word]), knownEquipment].map((words) => {
    const added = words.filter((word) => !intent.equipment.includes(word))
    return {
      path: '/equipment',
      message: `with ${added.map(spoken).join(', ')} as well`,
      intent: { ...intent, equipment: [...intent.equipment, ...added] },
    }
  })

const fewerLimitations = (intent: IntentDocument): Proposal[] => {
  const limitations = intent.limitations ?? []
  const none = { path: '/limitations', message: 'if nothing need be avoided' }
  return [
    ...limitations.slice(0, mostLimitationsTried).map((word, index) => ({
      path: `/limitations/${index}`,
      message: `if "${word}" need not be avoided`,
      intent: { ...intent, limitations: limitations.filter((_, at) => at !== index) },
    })),
    ...(limitations.length > 1 ? [{ ...none, intent: { ...intent, limitations: [] } }] : []),
  ]
}

const changes: Readonly<Record<Kind, (intent: IntentDocument) => Proposal[]>> = {
  goal: otherGoals,
  days: fewerDays,
  weeks: fewerWeeks,
  equipment: moreEquipment,
  limitations: fewerLimitations,
}

/** At most one proposal of each kind of change, the nearest first; each has been tried. */
export const nearestPossible = (
  intent: IntentDocument,
  parts: readonly ImpossiblePart[],
  movements: readonly Movement[],
): Proposal[] => {
  const kinds = [...new Set(parts.flatMap((part) => helpful[part]))]
  return kinds.flatMap((kind) => {
    const found = changes[kind](intent).find(
      (proposal) => generatePlan(proposal.intent, movements).outcome === 'generated',
    )
    return found ? [{ ...found, message: `possible ${found.message}` }] : []
  })
}
