/** Three days at home: dumbbells, no rack, tempo instead of weight, and groups that the programme itself pairs. */
import type { PlanDocument, SessionDocument } from '../domain/plan/document.ts'
import * as lifts from './lifts.ts'

const mobility = { name: 'Hip and shoulder mobility', role: 'warmup', sets: 1, seconds: 240 } as const

const fullBodyA: SessionDocument = {
  name: 'Full body A',
  dayOfWeek: 1,
  exercises: [
    mobility,
    { ...lifts.gobletSquat, role: 'core', sets: 4, reps: '8-10', load: 24, tempo: '3-1-1-0' },
    {
      ...lifts.dumbbellFloorPress,
      role: 'accessory',
      group: 'push and pull',
      sets: 4,
      reps: '8-12',
      load: 20,
    },
    { ...lifts.oneArmRow, role: 'accessory', group: 'push and pull', sets: 4, reps: '8-12', perSide: true },
    { ...lifts.dumbbellRomanianDeadlift, role: 'accessory', sets: 3, reps: 10, load: 24, tempo: '3-1-1' },
    { ...lifts.lateralRaise, role: 'accessory', sets: 3, reps: '12-15', load: 8 },
    { ...lifts.hammerCurl, role: 'accessory', sets: 3, reps: '10-12', load: 12 },
    { ...lifts.sidePlank, role: 'accessory', sets: 2, seconds: 30, perSide: true },
  ],
}

const fullBodyB: SessionDocument = {
  name: 'Full body B',
  dayOfWeek: 3,
  exercises: [
    mobility,
    { ...lifts.dumbbellOverheadPress, role: 'core', sets: 4, reps: '6-8', load: 18 },
    { ...lifts.splitSquat, role: 'accessory', sets: 3, reps: 8, load: 16, perSide: true, restSeconds: 90 },
    { ...lifts.pushUp, role: 'accessory', sets: 3, reps: 'AMRAP', load: 'bodyweight', tempo: '2-1-X' },
    { ...lifts.rearDeltRaise, role: 'accessory', sets: 3, reps: '12-15', load: 6 },
    { ...lifts.dumbbellSkullCrusher, role: 'accessory', sets: 3, reps: '10-12', load: 10 },
    { ...lifts.dumbbellCalfRaise, role: 'accessory', sets: 3, reps: '12-15', load: 24 },
    { ...lifts.plank, role: 'accessory', sets: 3, seconds: 45 },
  ],
}

const fullBodyC: SessionDocument = {
  name: 'Full body C',
  dayOfWeek: 5,
  exercises: [
    mobility,
    { ...lifts.dumbbellRomanianDeadlift, role: 'core', sets: 4, reps: 8, load: 28, tempo: '3-1-1' },
    { ...lifts.gobletSquat, role: 'accessory', sets: 3, reps: '10-12', load: 20 },
    { ...lifts.oneArmRow, role: 'accessory', sets: 3, reps: '8-12', load: 22, perSide: true },
    { ...lifts.pushUp, role: 'accessory', group: 'finisher', sets: 3, reps: 'AMRAP', load: 'bodyweight' },
    { ...lifts.hammerCurl, role: 'accessory', group: 'finisher', sets: 3, reps: '10-12', load: 12 },
    { ...lifts.plank, role: 'accessory', group: 'finisher', sets: 3, seconds: 40 },
    { name: 'Easy stretching', role: 'cooldown', sets: 1, seconds: 180 },
  ],
}

export const homeDumbbells: PlanDocument = {
  name: 'Home dumbbells, three days',
  description: 'Two adjustable dumbbells and a patch of floor. One minute is kept free for the doorbell.',
  // No coach: the owner's own word.
  amendment: { bufferSeconds: 60, priorities: { 'one-arm-dumbbell-row': 'high' } },
  microcycles: [{ weekNumber: 1, sessions: [fullBodyA, fullBodyB, fullBodyC] }],
}
