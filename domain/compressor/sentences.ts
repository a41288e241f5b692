/** The sentences of a change record: what a coach would say about it. */
import type { SessionExercise } from '../plan/session.ts'
import type { ChangeKind } from './answer.ts'
import type { Placement } from './placement.ts'
import type { HoldingArticle } from './shortfall.ts'

/** 200 → "3 min 20 s". */
export const spokenSeconds = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes === 0) return `${rest} s`
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}

/** 0.0183 → "1.8 %"; what is too small to show is "less than 0.1 %". */
const spokenShare = (share: number): string =>
  share < 0.001 ? 'less than 0.1 %' : `${(100 * share).toFixed(1)} %`

/** "a, b and c" */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const spokenSets = (count: number): string => (count === 1 ? '1 set' : `${count} sets`)

const whatHappened = (exercise: SessionExercise, kind: ChangeKind, now: Placement): string => {
  const { dose, segment } = now
  const partners = listed(
    segment.doses.map((other) => other.exercise.name).filter((_, at) => segment.doses[at] !== dose),
  )
  switch (kind) {
    case 'trimmed':
      return `${exercise.workingSets.length} → ${spokenSets(dose.retained.length)}`
    case 'paired':
      return `paired with ${partners}`
    case 'blocked':
      return `in a block with ${partners}`
    case 'rest_shortened':
      return `rest ${exercise.restSeconds} → ${dose.restSeconds} s`
    default:
      return dose.rampSets === 1 ? 'only the last warm-up set' : `only the last ${dose.rampSets} warm-up sets`
  }
}

export interface ChangeFacts {
  readonly exercise: SessionExercise
  readonly kinds: readonly ChangeKind[]
  readonly now: Placement | undefined
  readonly banned: boolean
  readonly secondsSaved: number
  /** Of the programmed size value, 0..1. */
  readonly shareLost: number
  readonly returnsAtMinutes: number | null
}

const whatChanged = ({ exercise, kinds, now, banned }: ChangeFacts): string => {
  if (now === undefined) return banned ? "left out: the coach's amendment bans it" : 'dropped'
  return kinds.map((kind) => whatHappened(exercise, kind, now)).join(', ')
}

const whatItGives = ({ secondsSaved }: ChangeFacts): string => {
  if (secondsSaved === 0) return 'saves no time by itself'
  return secondsSaved > 0
    ? `saves ${spokenSeconds(secondsSaved)}`
    : `takes ${spokenSeconds(-secondsSaved)} more, which its partners save`
}

/** Priced by size, core lifts too: what they lose in strength is the session's retained strength. */
const whatItCosts = ({ shareLost }: ChangeFacts): string =>
  shareLost > 1e-12
    ? `costs ${spokenShare(shareLost)} of size stimulus`
    : 'costs no stimulus that the model counts'

const whenItReturns = ({ banned, returnsAtMinutes }: ChangeFacts): string => {
  if (banned) return ''
  return returnsAtMinutes === null
    ? '; stays changed up to 180 minutes'
    : `; comes back at ${returnsAtMinutes} minutes`
}

/** "Lateral raise 4 → 2 sets: saves 3 min 20 s, costs 1.8 % of size stimulus; comes back at 41 minutes." */
export const changeSentence = (facts: ChangeFacts): string => {
  const { exercise, kinds } = facts
  if (kinds[0] === 'kept') {
    const why = exercise.role === 'core' ? ': a core lift is protected' : ''
    return `${exercise.name} stays as programmed${why}.`
  }
  return `${exercise.name} ${whatChanged(facts)}: ${whatItGives(facts)}, ${whatItCosts(facts)}${whenItReturns(facts)}.`
}

const whatTheArticleKeeps: Readonly<Record<string, string>> = Object.freeze({
  A1: 'every core lift stays',
  A3: 'a group around a core lift stays whole',
  A4: 'core lifts keep their fewest sets',
  A7: 'each core lift keeps its last warm-up set',
  A8: 'what the coach pinned stays',
  A9: 'no exercise is cut to a token set',
})

/** "A4, core lifts keep their fewest sets: without it the shortest session would take 18 min 5 s." */
export const holdingSentence = ({ article, minimumSeconds }: HoldingArticle): string =>
  `${article}, ${whatTheArticleKeeps[article]}: without it the shortest session would take ${spokenSeconds(minimumSeconds)}.`
