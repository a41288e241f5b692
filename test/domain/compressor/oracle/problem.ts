/** The session as a choice problem: what is fixed, what may be chosen, and what comes back at the end. */
import type { SessionExercise } from '../../../../domain/plan/session.ts'
import { asProgrammed, type DoingSegment } from './doing.ts'
import { newGroupOptions, type Option, optionOf, programmedGroupOptions, singleOptions } from './options.ts'
import {
  cappedSets,
  isCore,
  isPinned,
  isProtected,
  isWarmupOrCooldown,
  mayGroup,
  type Rules,
} from './rules.ts'

/** One unit that is done in one of several ways; unless it is pinned it may be dropped. */
export interface Choice {
  readonly members: readonly SessionExercise[]
  readonly options: readonly Option[]
  readonly pinned: boolean
}

export interface Problem {
  /** Core lifts, capped, ramps whole, and the groups around core lifts. */
  readonly fixed: readonly Option[]
  /** Conditioning, programmed groups without a core lift, pinned warm-ups and cool-downs. */
  readonly apart: readonly Choice[]
  /** Accessories without a group, in programmed order, each with its ways to be done alone. */
  readonly accessories: readonly Choice[]
  /** Unpinned warm-ups, then cool-downs: they come back into the time left over. */
  readonly returning: readonly DoingSegment[]
}

const choiceOf = (unit: readonly SessionExercise[], rules: Rules): Choice => ({
  members: unit,
  options: unit.length > 1 ? programmedGroupOptions(unit, rules) : singleOptions(unit[0]!, rules),
  pinned: isPinned(unit, rules),
})

const returningOf = (units: readonly (readonly SessionExercise[])[], rules: Rules): DoingSegment[] =>
  (['warmup', 'cooldown'] as const).flatMap((role) =>
    units
      .filter((unit) => unit[0]!.role === role && !isPinned(unit, rules))
      .map((unit) => ({ kind: 'single' as const, members: [asProgrammed(unit[0]!)] })),
  )

export const problemOf = (rules: Rules): Problem => {
  const { units } = rules
  const fixed = units.filter((unit) => unit.some(isCore))
  const choosable = units.filter(
    (unit) => !unit.some(isCore) && (!isWarmupOrCooldown(unit[0]!) || isPinned(unit, rules)),
  )
  const isFree = (unit: readonly SessionExercise[]) => unit.length === 1 && unit[0]!.role === 'accessory'
  return {
    fixed: fixed.map((unit) =>
      isProtected(unit)
        ? optionOf(
            { kind: 'programmed_group', members: unit.map((exercise) => asProgrammed(exercise)) },
            rules,
          )
        : optionOf({ kind: 'single', members: [asProgrammed(unit[0]!, cappedSets(unit[0]!, rules))] }, rules),
    ),
    apart: choosable.filter((unit) => !isFree(unit)).map((unit) => choiceOf(unit, rules)),
    accessories: choosable.filter(isFree).map((unit) => choiceOf(unit, rules)),
    returning: returningOf(units, rules),
  }
}

/** Nothing but what is pinned: what the answers 3 to 5 keep. */
export const onlyPinned = ({ apart, accessories, ...rest }: Problem): Problem => ({
  ...rest,
  apart: apart.filter(({ pinned }) => pinned),
  accessories: accessories.filter(({ pinned }) => pinned),
})

export interface NewGroup {
  /** Places in the list of accessories, ascending. */
  readonly places: readonly number[]
  readonly options: readonly Option[]
}

/** Every pair and triple of accessories that may be grouped, with every way to do it. */
export const newGroupsOf = (accessories: readonly Choice[], rules: Rules): NewGroup[] => {
  const found: NewGroup[] = []
  const extend = (places: readonly number[]): void => {
    const members = places.map((place) => accessories[place]!.members[0]!)
    if (places.length >= 2 && mayGroup(members, rules)) {
      found.push({ places, options: newGroupOptions(members, rules) })
    }
    if (places.length === 3) return
    for (let next = places.at(-1)! + 1; next < accessories.length; next++) extend([...places, next])
  }
  for (let first = 0; first < accessories.length; first++) extend([first])
  return found
}

/** An exercise of value has one that is not a warm-up or a cool-down. */
export const hasValue = ({ stimulus }: Option): boolean => stimulus.some((amount) => amount > 0)
