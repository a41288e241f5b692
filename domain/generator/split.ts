/** Which part of the body is trained on which day, and which lifts lead it there. */
import type { MovementPattern } from '../movements/movement.ts'
import { muscles as everyMuscle } from '../plan/vocabulary.ts'

/** Patterns that may lead, the first one that has a movement wins. */
export type Slot = readonly MovementPattern[]

export interface SessionTemplate {
  readonly name: string
  readonly dayOfWeek: number
  /** Muscles that the session may have as primary muscles. */
  readonly region: ReadonlySet<string>
  readonly slots: readonly Slot[]
  /** Shorter, and without core lifts: what keeps a week without a day off bearable. */
  readonly isEasy: boolean
}

export interface Split {
  readonly name: string
  readonly why: string
  readonly sessions: readonly SessionTemplate[]
}

const upperMuscles = 'chest shoulders triceps lats middle_back biceps traps forearms neck abdominals'
const lowerMuscles = 'quadriceps hamstrings glutes calves adductors abductors lower_back abdominals'
const regionOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const regions = {
  full: new Set<string>(everyMuscle),
  easy: new Set<string>(everyMuscle),
  upper: regionOf(upperMuscles),
  lower: regionOf(lowerMuscles),
  push: regionOf('chest shoulders triceps abdominals'),
  pull: regionOf('lats middle_back biceps traps forearms neck lower_back abdominals'),
}

type Part = keyof typeof regions

const slot = (...patterns: MovementPattern[]): Slot => patterns
const press = slot('horizontal_push', 'vertical_push')
const overhead = slot('vertical_push', 'horizontal_push')
const row = slot('horizontal_pull', 'vertical_pull')
const pullDown = slot('vertical_pull', 'horizontal_pull')
const squat = slot('squat', 'lunge')
const hinge = slot('hinge')
const lunge = slot('lunge', 'squat')

/** Variants of a session, so that two days of one part lead with different lifts. */
const variants: Readonly<Record<Part, readonly (readonly Slot[])[]>> = {
  full: [
    [squat, press, row, hinge],
    [slot('hinge', 'squat'), overhead, pullDown, lunge],
    [squat, press, pullDown, hinge],
  ],
  // The day after legs.
  easy: [[row, press]],
  upper: [
    [press, row, overhead, pullDown],
    [overhead, pullDown, press, row],
  ],
  lower: [
    [squat, hinge],
    [slot('hinge', 'squat'), lunge],
  ],
  push: [
    [press, overhead],
    [overhead, press],
  ],
  pull: [
    [row, pullDown],
    [pullDown, row],
  ],
}

const daysOfWeek: readonly (readonly number[])[] = [
  [1],
  [1, 4],
  [1, 3, 5],
  [1, 2, 4, 5],
  [1, 2, 4, 5, 6],
  [1, 2, 3, 4, 5, 6],
  [1, 2, 3, 4, 5, 6, 7],
]

const letters = 'ABCDEFG'

/** "Full body A", "Full body B"; a part that comes once has no letter. */
const sessionsOf = (parts: readonly (readonly [part: Part, name: string])[]): SessionTemplate[] => {
  const seen = new Map<string, number>()
  return parts.map(([part, name], index) => {
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    const isOnly = parts.filter(([, other]) => other === name).length === 1
    const ofPart = parts.slice(0, index).filter(([other]) => other === part).length
    return {
      name: isOnly ? name : `${name} ${letters[count]}`,
      dayOfWeek: daysOfWeek[parts.length - 1]![index]!,
      region: regions[part],
      slots: variants[part][ofPart % variants[part].length]!,
      isEasy: part === 'easy',
    }
  })
}

const full = ['full', 'Full body'] as const
const easy = ['easy', 'Full body, easy'] as const
const upper = ['upper', 'Upper'] as const
const lower = ['lower', 'Lower'] as const
const push = ['push', 'Push'] as const
const pull = ['pull', 'Pull'] as const
const legs = ['lower', 'Legs'] as const

export const fullBodySplit = (days: number): Split => ({
  name: 'full body',
  why:
    days <= 3
      ? `with ${days === 1 ? 'one session' : `${days} sessions`} a week every session trains everything, so that each muscle is trained as often as it can be`
      : 'a split would leave days with nothing to do, so every session may train everything',
  sessions: sessionsOf(Array(days).fill(full)),
})

/**
 * Twice a week or more for every muscle where the days allow it (Schoenfeld 2016, 2019; Pelland 2025: frequency helps
 * strength, for size it is a way to fit the sets in).
 */
export const splitFor = (days: number): Split => {
  switch (days) {
    case 4:
      return {
        name: 'upper/lower',
        why: 'four sessions train every muscle twice, with two days between for each',
        sessions: sessionsOf([upper, lower, upper, lower]),
      }
    case 5:
      return {
        name: 'upper/lower and push/pull/legs',
        why: 'five sessions train every muscle twice when two of them take half the body and three a third of it',
        sessions: sessionsOf([upper, lower, push, pull, legs]),
      }
    case 6:
    case 7:
      return {
        name: days === 6 ? 'push/pull/legs' : 'push/pull/legs and an easy day',
        why:
          days === 6
            ? 'six sessions train every muscle twice, never on two days in a row'
            : 'six of the seven sessions train every muscle twice; the seventh is short, without core lifts, and takes what is left. A day off would do as well: seven days leave none',
        sessions: sessionsOf([push, pull, legs, push, pull, legs, ...(days === 7 ? [easy] : [])]),
      }
    default:
      return fullBodySplit(days)
  }
}
