/** The rules of an exercise's sets: what is prescribed, how many there are, and what a pin may ask of them. */
import type { ExerciseDocument, SetDocument } from './document.ts'
import type { Fault } from './faults.ts'
import { loadFault, repsFault, tempoFault } from './prescription-grammar.ts'

const mostWorkingSets = 20
const mostWarmupSets = 8

type Prescription = Pick<SetDocument, 'reps' | 'seconds' | 'load'>

const invalid = (path: string, message: string): Fault => ({ path, message, kind: 'invalid' })

/** How many working sets an exercise has; warm-up sets are its ramp and do not count. */
export const workingSetCount = (exercise: Pick<ExerciseDocument, 'sets'>): number =>
  typeof exercise.sets === 'number'
    ? exercise.sets
    : exercise.sets.filter((set) => set.warmup !== true).length

const grammarFaults = ({ reps, seconds, load }: Prescription, path: string): Fault[] => {
  const faults: Fault[] = []
  const repsProblem = reps === undefined ? undefined : repsFault(reps)
  if (repsProblem) faults.push(invalid(`${path}/reps`, repsProblem))
  const loadProblem = load === undefined ? undefined : loadFault(load)
  if (loadProblem) faults.push(invalid(`${path}/load`, loadProblem))
  if (reps !== undefined && seconds !== undefined) {
    faults.push(invalid(path, 'reps and seconds are both given; exactly one of them may be'))
  }
  return faults
}

const countFaults = (exercise: ExerciseDocument, path: string): Fault[] => {
  const working = workingSetCount(exercise)
  const warmups = typeof exercise.sets === 'number' ? 0 : exercise.sets.length - working
  const faults: Fault[] = []
  if (working < 1) faults.push(invalid(`${path}/sets`, 'an exercise needs at least 1 working set'))
  if (working > mostWorkingSets) {
    faults.push(
      invalid(
        `${path}/sets`,
        `an exercise may have at most ${mostWorkingSets} working sets, found ${working}`,
      ),
    )
  }
  if (warmups > mostWarmupSets) {
    faults.push(
      invalid(
        `${path}/sets`,
        `an exercise may have at most ${mostWarmupSets} warm-up sets, found ${warmups}`,
      ),
    )
  }
  return faults
}

const pinFaults = (exercise: ExerciseDocument, path: string): Fault[] => {
  const { minSets, pinned } = exercise
  if (minSets === undefined) return []
  const faults: Fault[] = []
  const working = workingSetCount(exercise)
  if (pinned === false) faults.push(invalid(`${path}/minSets`, 'minSets implies pinned, but pinned is false'))
  if (minSets > working) {
    faults.push(
      invalid(`${path}/minSets`, `minSets is ${minSets}, but the exercise has ${working} working sets`),
    )
  }
  return faults
}

export const setFaults = (exercise: ExerciseDocument, path: string): Fault[] => {
  const { sets, reps, seconds, tempo } = exercise
  const faults = [
    ...grammarFaults(exercise, path),
    ...countFaults(exercise, path),
    ...pinFaults(exercise, path),
  ]
  const tempoProblem = tempo === undefined ? undefined : tempoFault(tempo)
  if (tempoProblem) faults.push(invalid(`${path}/tempo`, tempoProblem))
  const fallsBack = reps !== undefined || seconds !== undefined
  const missing = 'reps or seconds is missing, on the set and on its exercise'
  if (typeof sets === 'number') {
    if (!fallsBack) faults.push(invalid(path, 'reps or seconds is missing'))
    return faults
  }
  for (const [index, set] of sets.entries()) {
    const setPath = `${path}/sets/${index}`
    faults.push(...grammarFaults(set, setPath))
    if (!fallsBack && set.reps === undefined && set.seconds === undefined)
      faults.push(invalid(setPath, missing))
  }
  return faults
}
