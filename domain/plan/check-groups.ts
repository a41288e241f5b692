/** The rules of programmed groups: neighbours that share a label, two to five of them, core lifts and accessories. */
import type { NormalExercise } from './document.ts'
import type { Fault } from './faults.ts'

const mostMembers = 5

/** A run of neighbours with one label; a run of one is no group. */
export interface GroupRun {
  readonly label: string
  readonly firstIndex: number
  readonly members: readonly NormalExercise[]
}

export const groupRuns = (exercises: readonly NormalExercise[]): GroupRun[] => {
  const runs: { label: string; firstIndex: number; members: NormalExercise[] }[] = []
  for (const [index, exercise] of exercises.entries()) {
    if (exercise.group === undefined) continue
    const last = runs.at(-1)
    const continues = last?.label === exercise.group && last.firstIndex + last.members.length === index
    if (last && continues) last.members.push(exercise)
    else runs.push({ label: exercise.group, firstIndex: index, members: [exercise] })
  }
  return runs
}

export const groupFaults = (exercises: readonly NormalExercise[], path: string): Fault[] => {
  const faults: Fault[] = []
  const at = (index: number, message: string): void => {
    faults.push({ path: `${path}/${index}/group`, message, kind: 'invalid' })
  }
  const seen = new Set<string>()
  for (const { label, firstIndex, members } of groupRuns(exercises)) {
    if (seen.has(label)) at(firstIndex, `the members of group "${label}" must stand next to each other`)
    seen.add(label)
    if (members.length < 2) continue
    if (members.length > mostMembers) {
      at(firstIndex, `a group may have at most ${mostMembers} members, "${label}" has ${members.length}`)
    }
    for (const [offset, { role }] of members.entries()) {
      if (role !== 'core' && role !== 'accessory') {
        at(firstIndex + offset, `only core and accessory exercises can be in a group, found ${role}`)
      }
    }
  }
  return faults
}
