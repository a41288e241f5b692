/** A session ready for the clock: every second, station and muscle decided, nothing left to look up. */
import type { Mechanic, Priority, Role, SetDocument } from './document.ts'

export interface TimedSet {
  /** The set in the plan document's form, with what it takes from its exercise filled in. */
  readonly prescription: Readonly<SetDocument>
  /** Seconds under the bar, both sides when per side. */
  readonly workSeconds: number
  /** Seconds after it: its own rest, else its exercise's, else the default. */
  readonly restSeconds: number
}

export interface SessionExercise {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** The exercise's own word; an amendment may override it. */
  readonly priority: Priority
  /** The fewest sets that the exercise's own pin keeps (all, when it names no number); null when not pinned. */
  readonly pinnedSets: number | null
  /** Canonical names; a muscle in both lists counts as primary and stands only here. */
  readonly primaryMuscles: readonly string[]
  readonly secondaryMuscles: readonly string[]
  readonly mechanic: Mechanic
  /** What the lifter must occupy: "rack", "cable", "machine:…", another slug, or "none". */
  readonly station: string
  readonly setupSeconds: number
  /** r of the model: the longest rest over the working sets; what short rest, groups and q start from. */
  readonly restSeconds: number
  /** The rest written on the exercise itself, null when none is: what counts inside a programmed group. */
  readonly ownRestSeconds: number | null
  /** Label of the group that the coach programmed (two or more adjacent members), null otherwise. */
  readonly group: string | null
  /** The listed warm-up sets, or the default ramp of a core barbell lift. */
  readonly warmupSets: readonly TimedSet[]
  readonly workingSets: readonly TimedSet[]
}

export interface Session {
  readonly id: string
  readonly name: string
  readonly weekNumber: number
  readonly dayOfWeek: number
  readonly exercises: readonly SessionExercise[]
}
