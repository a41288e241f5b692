/** What became of an exercise whose equipment is not there for a day. */

export interface Swap {
  readonly exerciseId: string
  /** `left_out`: nothing fits; `kept`: the coach's word keeps it where it is. */
  readonly outcome: 'swapped' | 'left_out' | 'kept'
  /** The exercise's name in the programme. */
  readonly from: string
  /** The movement that takes its place; null when none does. */
  readonly to: string | null
  /** The slug of that movement. */
  readonly movement: string | null
  readonly reason: string
}
