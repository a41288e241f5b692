/** An upper/lower split of four days whose coach has written an amendment: pins, priorities, pairs to avoid, a cap. */
import type { PlanDocument, SessionDocument } from '../domain/plan/document.ts'
import * as lifts from './lifts.ts'

const upperHeavy: SessionDocument = {
  name: 'Upper heavy',
  dayOfWeek: 1,
  exercises: [
    { ...lifts.benchPress, role: 'core', sets: 4, reps: '4-6', load: '82.5%' },
    { ...lifts.barbellRow, role: 'core', sets: 4, reps: '6-8' },
    { ...lifts.inclineDumbbellPress, role: 'accessory', sets: 4, reps: '8-10' },
    { ...lifts.latPullDown, role: 'accessory', sets: 4, reps: '8-12' },
    { ...lifts.lateralRaise, role: 'accessory', sets: 4, reps: '12-15' },
    { ...lifts.ezBarCurl, role: 'accessory', sets: 3, reps: '8-12' },
    { ...lifts.tricepsPressDown, role: 'accessory', sets: 3, reps: '10-12' },
    { ...lifts.facePull, role: 'accessory', sets: 3, reps: '15-20' },
  ],
}

const lowerHeavy: SessionDocument = {
  name: 'Lower heavy',
  dayOfWeek: 2,
  exercises: [
    { ...lifts.backSquat, role: 'core', sets: 4, reps: '4-6', load: '80%' },
    { ...lifts.romanianDeadlift, role: 'core', sets: 4, reps: '6-8' },
    { ...lifts.legPress, role: 'accessory', sets: 4, reps: '10-12' },
    { ...lifts.walkingLunge, role: 'accessory', sets: 3, reps: 10, perSide: true },
    { ...lifts.legCurl, role: 'accessory', sets: 3, reps: '10-12' },
    { ...lifts.calfRaise, role: 'accessory', sets: 4, reps: '10-12' },
    { ...lifts.hangingLegRaise, role: 'accessory', sets: 3, reps: '10-15' },
  ],
}

const upperVolume: SessionDocument = {
  name: 'Upper volume',
  dayOfWeek: 4,
  exercises: [
    { ...lifts.overheadPress, role: 'core', sets: 4, reps: '6-8' },
    { ...lifts.latPullDown, role: 'accessory', sets: 4, reps: '8-12' },
    { ...lifts.seatedCableRow, role: 'accessory', sets: 4, reps: '10-12' },
    { ...lifts.cableFly, role: 'accessory', sets: 4, reps: '12-15' },
    { ...lifts.lateralRaise, role: 'accessory', sets: 4, reps: '12-15' },
    { ...lifts.hammerCurl, role: 'accessory', sets: 3, reps: '10-12' },
    { ...lifts.tricepsPressDown, role: 'accessory', sets: 3, reps: '10-12' },
    { ...lifts.facePull, role: 'accessory', sets: 3, reps: '15-20' },
  ],
}

const lowerVolume: SessionDocument = {
  name: 'Lower volume',
  dayOfWeek: 5,
  exercises: [
    { ...lifts.deadlift, role: 'core', sets: 4, reps: 5, load: '77.5%' },
    { ...lifts.splitSquat, role: 'accessory', sets: 4, reps: '8-10', perSide: true },
    { ...lifts.hipThrust, role: 'accessory', sets: 4, reps: '8-12' },
    { ...lifts.backExtension, role: 'accessory', sets: 3, reps: '10-15' },
    { ...lifts.legExtension, role: 'accessory', sets: 3, reps: '12-15' },
    { ...lifts.legCurl, role: 'accessory', sets: 3, reps: '12-15' },
    { ...lifts.calfRaise, role: 'accessory', sets: 4, reps: '12-15' },
  ],
}

export const upperLower: PlanDocument = {
  name: 'Upper/lower split, four days',
  description: 'Two heavy days and two of volume, with a coach who knows what must not be lost.',
  coachId: 'demo-coach',
  amendment: {
    coreSetCap: 3,
    // A shoulder that complains: its exercise stays, whatever the hurry.
    pinned: [{ exerciseId: 'face-pull', minSets: 2 }],
    priorities: { 'lateral-raise': 'high', 'leg-extension': 'low' },
    // Balance under fatigue is no place to hurry; and one grip at a time.
    neverPair: [['bulgarian-split-squat'], ['lat-pull-down', 'hammer-curl']],
  },
  microcycles: [{ weekNumber: 1, sessions: [upperHeavy, lowerHeavy, upperVolume, lowerVolume] }],
}
