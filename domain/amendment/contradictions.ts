/** Where an amendment contradicts itself or its plan. Every message names both sides. */
import { workingSetCount } from '../plan/check-sets.ts'
import type { NormalExercise, NormalPlan } from '../plan/document.ts'
import type { Fault } from '../plan/faults.ts'
import type { Amendment } from './amendment.ts'

/** Every place in the plan where an exercise id stands. */
interface Occurrence {
  readonly exercise: NormalExercise
  readonly sessionId: string
}
type Occurrences = ReadonlyMap<string, readonly Occurrence[]>

const occurrencesOf = (plan: NormalPlan): Occurrences => {
  const occurrences = new Map<string, Occurrence[]>()
  for (const { sessions } of plan.microcycles) {
    for (const { id: sessionId, exercises } of sessions) {
      for (const exercise of exercises) {
        const places = occurrences.get(exercise.id)
        if (places) places.push({ exercise, sessionId })
        else occurrences.set(exercise.id, [{ exercise, sessionId }])
      }
    }
  }
  return occurrences
}

const contradiction = (path: string, message: string): Fault => ({ path, message, kind: 'contradiction' })

const unknownIdFaults = (amendment: Amendment, occurrences: Occurrences): Fault[] => {
  const { priorities, pinned, banned, neverPair } = amendment
  const named: [path: string, id: string][] = [
    ...Object.keys(priorities).map((id): [string, string] => [`/priorities/${id}`, id]),
    ...pinned.map(({ exerciseId }, index): [string, string] => [`/pinned/${index}/exerciseId`, exerciseId]),
    ...banned.map((id, index): [string, string] => [`/banned/${index}`, id]),
    ...neverPair.flatMap((ids, index) =>
      ids.map((id, place): [string, string] => [`/neverPair/${index}/${place}`, id]),
    ),
  ]
  return named
    .filter(([, id]) => !occurrences.has(id))
    .map(([path, id]) =>
      contradiction(path, `the amendment names exercise "${id}", but the plan has none with this id`),
    )
}

const pinFaults = ({ pinned, banned }: Amendment, occurrences: Occurrences): Fault[] =>
  pinned.flatMap(({ exerciseId, minSets }, index) => {
    const faults: Fault[] = []
    const first = pinned.findIndex((pin) => pin.exerciseId === exerciseId)
    if (first < index) {
      const message = `exercise "${exerciseId}" is pinned twice, by entries ${first} and ${index} of pinned`
      faults.push(contradiction(`/pinned/${index}/exerciseId`, message))
    }
    if (banned.includes(exerciseId)) {
      const message = `exercise "${exerciseId}" is pinned, but also banned`
      faults.push(contradiction(`/pinned/${index}/exerciseId`, message))
    }
    const short = occurrences
      .get(exerciseId)
      ?.find(({ exercise }) => minSets !== undefined && minSets > workingSetCount(exercise))
    if (short) {
      const has = workingSetCount(short.exercise)
      const message = `exercise "${exerciseId}" is to keep ${minSets} sets, but has ${has} in session "${short.sessionId}"`
      faults.push(contradiction(`/pinned/${index}/minSets`, message))
    }
    return faults
  })

const banFaults = ({ banned }: Amendment, occurrences: Occurrences): Fault[] =>
  banned.flatMap((id, index) => {
    const places = occurrences.get(id) ?? []
    const faults: Fault[] = []
    const core = places.find(({ exercise }) => exercise.role === 'core')
    if (core) {
      const message = `exercise "${id}" is banned, but is a core lift of session "${core.sessionId}"`
      faults.push(contradiction(`/banned/${index}`, message))
    }
    const own = places.find(({ exercise }) => exercise.pinned === true || exercise.minSets !== undefined)
    if (own) {
      const message = `exercise "${id}" is banned, but pins itself in session "${own.sessionId}"`
      faults.push(contradiction(`/banned/${index}`, message))
    }
    return faults
  })

const neverPairFaults = ({ neverPair }: Amendment): Fault[] =>
  neverPair.flatMap((ids, index) => {
    if (ids.length < 1 || ids.length > 2) {
      const message = `an entry of neverPair names one or two exercises, found ${ids.length}`
      return [contradiction(`/neverPair/${index}`, message)]
    }
    if (ids.length === 2 && ids[0] === ids[1]) {
      const message = `exercise "${ids[0]}" is never to be paired with itself, "${ids[1]}"; name it once for no group at all`
      return [contradiction(`/neverPair/${index}/1`, message)]
    }
    return []
  })

/**
 * Every contradiction of an amendment, defaults filled in, with itself and with its plan; empty when there is none.
 * Paths point into the amendment; `pathPrefix` says where that stands in what was sent.
 */
export const checkAmendment = (amendment: Amendment, plan: NormalPlan, pathPrefix = ''): Fault[] => {
  const occurrences = occurrencesOf(plan)
  const { coreSetFloor, coreSetCap } = amendment
  const faults: Fault[] = []
  if (coreSetCap !== null && coreSetFloor > coreSetCap) {
    const message = `coreSetFloor is ${coreSetFloor}, which is above coreSetCap, ${coreSetCap}`
    faults.push(contradiction('/coreSetFloor', message))
  }
  faults.push(
    ...unknownIdFaults(amendment, occurrences),
    ...pinFaults(amendment, occurrences),
    ...banFaults(amendment, occurrences),
    ...neverPairFaults(amendment),
  )
  return faults.map((fault) => ({ ...fault, path: `${pathPrefix}${fault.path}` }))
}
