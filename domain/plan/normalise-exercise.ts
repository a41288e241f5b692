/** One exercise in its normal form: role decided, words resolved, the movement's facts filled in. */
import type { FindMovement, MovementFacts } from '../movements/movement.ts'
import { setFaults } from './check-sets.ts'
import type { ExerciseDocument, NormalExercise, Role } from './document.ts'
import type { Fault } from './faults.ts'
import { normaliseMuscles } from './normalise-muscles.ts'
import { equipment as knownEquipment, resolveEquipment } from './vocabulary.ts'

/** The plan's word wins; else the movement's tag; never a word in the name. */
const roleOf = (exercise: ExerciseDocument, movement: MovementFacts | undefined): Role =>
  exercise.role ?? (movement?.coreLift ? 'core' : 'accessory')

const normaliseEquipment = (
  word: string | undefined,
  movement: MovementFacts | undefined,
  path: string,
  faults: Fault[],
): string | undefined => {
  if (word === undefined) return movement?.equipment
  const resolved = resolveEquipment(word)
  if (resolved === undefined) {
    const message = `unknown equipment "${word}"; known equipment: ${knownEquipment.join(', ')}`
    faults.push({ path: `${path}/equipment`, message, kind: 'unknown_vocabulary' })
  }
  return resolved
}

const copySets = (sets: ExerciseDocument['sets']): ExerciseDocument['sets'] =>
  typeof sets === 'number' ? sets : sets.map((set) => ({ ...set }))

/** Faults are added to the list; the result is meant to be used only when none are. */
export const normaliseExercise = (
  exercise: ExerciseDocument,
  id: string,
  findMovement: FindMovement,
  path: string,
  faults: Fault[],
): NormalExercise => {
  const movement = exercise.movement === undefined ? undefined : findMovement(exercise.movement)
  const role = roleOf(exercise, movement)
  const equipment = normaliseEquipment(exercise.equipment, movement, path, faults)
  const mechanic = exercise.mechanic ?? movement?.mechanic
  const station = exercise.station ?? movement?.station
  const setupSeconds = exercise.setupSeconds ?? movement?.setupSeconds
  if (exercise.name.trim() === '') {
    faults.push({ path: `${path}/name`, message: 'a name may not be blank', kind: 'invalid' })
  }
  faults.push(...setFaults(exercise, path))
  const { id: _ownId, name, ...rest } = exercise
  return {
    id,
    name,
    ...rest,
    role,
    ...normaliseMuscles(exercise, role, movement, path, faults),
    ...(equipment !== undefined && { equipment }),
    ...(mechanic !== undefined && { mechanic }),
    ...(station !== undefined && { station }),
    ...(setupSeconds !== undefined && { setupSeconds }),
    sets: copySets(exercise.sets),
  }
}
