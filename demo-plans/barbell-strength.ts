/** A barbell programme: four days, one or two core lifts each with a written ramp, small work after them. */
import type { PlanDocument, SessionDocument, SetDocument } from '../domain/plan/document.ts'
import * as lifts from './lifts.ts'

/** Ramp sets: lighter and lighter work on the way up, less and less of it. */
const ramp = (...kilograms: number[]): SetDocument[] =>
  kilograms.map((load, index) => ({ reps: Math.max(2, 5 - index), load, warmup: true }))

const straight = (count: number, reps: SetDocument['reps'] & {}, load: number): SetDocument[] =>
  Array.from({ length: count }, () => ({ reps, load }))

const squatDay: SessionDocument = {
  name: 'Squat',
  dayOfWeek: 1,
  exercises: [
    { name: 'Easy rowing', role: 'warmup', equipment: 'machine', sets: 1, seconds: 300 },
    {
      ...lifts.backSquat,
      role: 'core',
      sets: [...ramp(40, 60, 80), ...straight(5, 5, 100)],
      notes: 'Break parallel; leave one repetition in hand.',
    },
    { ...lifts.romanianDeadlift, role: 'accessory', sets: 4, reps: '8-10', load: 80 },
    { ...lifts.legPress, role: 'accessory', sets: 4, reps: '10-12' },
    { ...lifts.legCurl, role: 'accessory', sets: 3, reps: '10-12' },
    { ...lifts.calfRaise, role: 'accessory', sets: 4, reps: '10-15' },
    { ...lifts.hangingLegRaise, role: 'accessory', sets: 3, reps: '8-12' },
    { name: 'Hip stretches', role: 'cooldown', sets: 1, seconds: 240 },
  ],
}

const benchDay: SessionDocument = {
  name: 'Bench',
  dayOfWeek: 2,
  exercises: [
    { name: 'Band shoulder warm-up', role: 'warmup', equipment: 'bands', sets: 2, reps: 15 },
    { ...lifts.benchPress, role: 'core', sets: [...ramp(40, 60), ...straight(5, 5, 80)] },
    { ...lifts.barbellRow, role: 'core', sets: [...ramp(50), ...straight(4, '6-8', 70)] },
    { ...lifts.inclineDumbbellPress, role: 'accessory', sets: 3, reps: '8-12' },
    { ...lifts.latPullDown, role: 'accessory', sets: 3, reps: '8-12' },
    { ...lifts.facePull, role: 'accessory', sets: 3, reps: '12-15' },
    { ...lifts.tricepsPressDown, role: 'accessory', sets: 3, reps: '10-12' },
    { ...lifts.hammerCurl, role: 'accessory', sets: 3, reps: '10-12' },
  ],
}

const deadliftDay: SessionDocument = {
  name: 'Deadlift',
  dayOfWeek: 4,
  exercises: [
    { name: 'Easy rowing', role: 'warmup', equipment: 'machine', sets: 1, seconds: 300 },
    {
      ...lifts.deadlift,
      role: 'core',
      sets: [...ramp(60, 90, 120), { reps: 3, load: 150, rpe: 8.5 }, ...straight(3, 5, 130)],
      notes: 'One top set, then back-off sets.',
    },
    { ...lifts.legPress, role: 'accessory', sets: 3, reps: '8-10' },
    { ...lifts.walkingLunge, role: 'accessory', sets: 3, reps: 10, perSide: true },
    { ...lifts.legCurl, role: 'accessory', sets: 4, reps: '10-12' },
    { ...lifts.backExtension, role: 'accessory', sets: 3, reps: '10-12' },
    { ...lifts.calfRaise, role: 'accessory', sets: 3, reps: '10-15' },
    { ...lifts.plank, role: 'accessory', sets: 3, seconds: 45 },
  ],
}

const pressDay: SessionDocument = {
  name: 'Press',
  dayOfWeek: 5,
  exercises: [
    { name: 'Band shoulder warm-up', role: 'warmup', equipment: 'bands', sets: 2, reps: 15 },
    {
      ...lifts.overheadPress,
      role: 'core',
      sets: [...ramp(25, 35), ...straight(3, 5, 50), { reps: '5+', load: 50 }],
      notes: 'The last set is open: stop with one repetition in hand.',
    },
    { ...lifts.chinUp, role: 'core', sets: 4, reps: '6-8', load: 'bodyweight' },
    { ...lifts.lateralRaise, role: 'accessory', sets: 4, reps: '12-15' },
    { ...lifts.cableFly, role: 'accessory', sets: 3, reps: '12-15' },
    { ...lifts.ezBarCurl, role: 'accessory', sets: 3, reps: '8-12' },
    { ...lifts.tricepsPressDown, role: 'accessory', sets: 3, reps: '10-12' },
    {
      name: 'Bike intervals',
      role: 'conditioning',
      primaryMuscles: ['cardio'],
      equipment: 'machine',
      sets: 6,
      seconds: 60,
    },
  ],
}

export const barbellStrength: PlanDocument = {
  name: 'Barbell strength, four days',
  description: 'The big lifts first, heavy and rested; everything after them is worth doing and can wait.',
  microcycles: [{ weekNumber: 1, sessions: [squatDay, benchDay, deadliftDay, pressDay] }],
}
