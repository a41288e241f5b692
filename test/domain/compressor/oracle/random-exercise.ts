/** Random exercises, timed by the page: repetitions, ranges, open sets, seconds, per side, tempo, loads, rests. */
import type { Mechanic, Role, SetDocument } from '../../../../domain/plan/document.ts'
import type { SessionExercise, TimedSet } from '../../../../domain/plan/session.ts'
import type { SeededRandom } from './seeded-random.ts'
import { muscles } from './value.ts'

const trained = muscles.filter((muscle) => muscle !== 'cardio')
/** Fewer muscles than there are, so that exercises meet in pair classes and under the cap. */
const usual = ['chest', 'lats', 'triceps', 'biceps', 'shoulders', 'quadriceps', 'hamstrings', 'glutes']
const stations = ['rack', 'cable', 'machine:leg-press', 'bench', 'none', 'none', 'none']

/** Repetitions as the clock counts them. */
const repetitions = (reps: number | string): number => {
  if (typeof reps === 'number') return reps
  if (reps === 'AMRAP') return 12
  return reps.endsWith('+') ? Number.parseInt(reps, 10) + 3 : Number(reps.split('-')[1])
}

const prescriptions = (random: SeededRandom, count: number): SetDocument[] => {
  const timed = random.chance(0.1)
  const heaviest = random.whole(2, 10) * 10
  const unit = random.pick(['number', 'number', 'kg', '%', 'lb', 'mixed', 'bodyweight', 'none'])
  const rising = random.chance(0.4)
  const reps = random.pick<number | string>([5, 8, 10, 12, '8-12', '6-8', '5+', 'AMRAP'])
  return Array.from({ length: count }, (_, index) => {
    const amount = rising ? heaviest - random.pick([0, 2.5, 5, 10]) : heaviest
    const text = unit === 'mixed' ? random.pick([`${amount} kg`, `${amount} lb`]) : `${amount} ${unit}`
    const load = unit === 'number' ? amount : unit === 'bodyweight' ? unit : text
    const open =
      index === count - 1 && random.chance(0.15) ? '5+' : random.chance(0.15) ? random.whole(3, 15) : reps
    return {
      ...(timed ? { seconds: random.whole(4, 12) * 5 } : { reps: open }),
      ...(unit === 'none' ? {} : { load }),
    }
  })
}

const muscleLists = (random: SeededRandom, role: Role) => {
  if (role === 'conditioning') return { primaryMuscles: ['cardio'], secondaryMuscles: [] }
  const pool = random.chance(0.8) ? usual : trained
  const all = random.some(pool, random.whole(1, 6))
  const primaries = Math.min(all.length, random.pick([1, 1, 1, 2]))
  return { primaryMuscles: all.slice(0, primaries), secondaryMuscles: all.slice(primaries) }
}

const defaultRest = (role: Role, mechanic: Mechanic): number => {
  if (role === 'core') return 150
  if (role === 'accessory') return mechanic === 'compound' ? 120 : 75
  return role === 'conditioning' ? 60 : 0
}

const setupOf = (role: Role, station: string): number => {
  if (station === 'rack') return 120
  if (station !== 'none') return 60
  return role === 'core' || role === 'accessory' ? 45 : 15
}

const warmupSetsOf = (random: SeededRandom, role: Role, station: string): TimedSet[] => {
  const listed = random.chance(role === 'core' ? 0.5 : 0.08)
  if (!listed && role === 'core' && station === 'rack') {
    const set = {
      prescription: { seconds: 25, restSeconds: 45, warmup: true },
      workSeconds: 25,
      restSeconds: 45,
    }
    return [set, set]
  }
  return Array.from({ length: listed ? random.whole(1, 4) : 0 }, () => {
    const reps = random.whole(3, 8)
    const rest = random.pick([undefined, undefined, 30, 60, 90])
    return {
      prescription: { reps, warmup: true, ...(rest === undefined ? {} : { restSeconds: rest }) },
      workSeconds: reps * 3 + 5,
      restSeconds: rest ?? 45,
    }
  })
}

export const randomExercise = (
  random: SeededRandom,
  id: string,
  role: Role,
  mostSets: number,
): SessionExercise => {
  const mechanic = random.pick<Mechanic>(['compound', 'isolation'])
  const warm = role === 'warmup' || role === 'cooldown'
  const station = warm
    ? 'none'
    : role === 'core'
      ? random.pick(['rack', 'rack', 'none'])
      : random.pick(stations)
  const ownRestSeconds = random.chance(0.6) ? random.pick([0, 30, 60, 90, 100, 120, 150, 180, 240]) : null
  const exerciseRest = ownRestSeconds ?? defaultRest(role, mechanic)
  const secondsPerRep = random.pick([3, 3, 3, 5, 2])
  const sides = random.chance(0.1) ? 2 : 1
  const workingSets = prescriptions(random, random.whole(1, mostSets)).map((prescription): TimedSet => {
    const own = random.chance(0.1) ? random.pick([30, 60, 120, 200]) : null
    const seconds = prescription.seconds ?? Math.ceil(repetitions(prescription.reps ?? 0) * secondsPerRep) + 5
    return {
      prescription: own === null ? prescription : { ...prescription, restSeconds: own },
      workSeconds: sides * seconds,
      restSeconds: own ?? exerciseRest,
    }
  })
  const pinnedSets = random.chance(0.12) ? random.whole(1, workingSets.length) : null
  return {
    id,
    name: id,
    role,
    priority: random.pick(['normal', 'normal', 'normal', 'high', 'low']),
    pinnedSets,
    ...muscleLists(random, role),
    mechanic,
    station,
    setupSeconds: random.chance(0.1) ? random.whole(0, 180) : setupOf(role, station),
    restSeconds: Math.max(...workingSets.map(({ restSeconds }) => restSeconds)),
    ownRestSeconds,
    group: null,
    warmupSets: warmupSetsOf(random, role, station),
    workingSets,
  }
}
