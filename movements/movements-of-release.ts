/**
 * The movements that this release brings, pattern by pattern. Slugs are fixed for good: plans name movements by them.
 *
 * `core-lift` is for the barbell lifts that strength programmes are built on: heavy, with the whole body braced, loaded in
 * small steps over years, and practised for their own sake: back and front squat, bench and overhead press, conventional
 * and sumo deadlift, the bent-over and the Pendlay row; and of the Olympic lifts the two of the platform and the power
 * clean. Their variations (paused, incline, Romanian, close-grip, deficit …) serve them and are accessories, as is whatever
 * is done with dumbbells, kettlebells, cables or machines, and the hip thrust. A coach who builds a programme on one of
 * those says `role: "core"` in the plan.
 */
import type { Movement } from '../domain/movements/movement.ts'
import { armIsolations } from './arm-isolations.ts'
import { carries } from './carries.ts'
import { conditioning } from './conditioning.ts'
import { hinges } from './hinges.ts'
import { horizontalPulls } from './horizontal-pulls.ts'
import { horizontalPushes } from './horizontal-pushes.ts'
import { jumps } from './jumps.ts'
import { legIsolations } from './leg-isolations.ts'
import { lunges } from './lunges.ts'
import { mobility } from './mobility.ts'
import { olympicLifts } from './olympic-lifts.ts'
import { squats } from './squats.ts'
import { trunk } from './trunk.ts'
import { upperBodyIsolations } from './upper-body-isolations.ts'
import { verticalPulls } from './vertical-pulls.ts'
import { verticalPushes } from './vertical-pushes.ts'

export const movementsOfRelease: readonly Movement[] = Object.freeze([
  ...squats,
  ...hinges,
  ...lunges,
  ...horizontalPushes,
  ...verticalPushes,
  ...horizontalPulls,
  ...verticalPulls,
  ...carries,
  ...trunk,
  ...armIsolations,
  ...upperBodyIsolations,
  ...legIsolations,
  ...jumps,
  ...olympicLifts,
  ...conditioning,
  ...mobility,
])
