/** The session that is left, one line a segment: how long it takes, and what is done in it. */
import { listed } from '../../domain/compressor/sentences.ts'
import { tagged } from './page.ts'
import type { Paint } from './paint.ts'
import type { PreviewSession } from './preview-targets.ts'
import { clockTime } from './words.ts'

type PreviewSegment = PreviewSession['segments'][number]
type SegmentExercise = PreviewSegment['exercises'][number]

const spokenSets = ({ sets }: SegmentExercise): string => {
  const ramp = sets.filter(({ warmup }) => warmup).length
  const working = sets.length - ramp
  const spoken = working === 1 ? '1 set' : `${working} sets`
  return ramp === 0 ? spoken : `${ramp} warm-up + ${spoken}`
}

const groupNames: Partial<Record<PreviewSegment['kind'], string>> = {
  accessory_superset: 'superset',
  accessory_block: 'block',
  programmed_group: "coach's group",
}

const spokenSegment = ({ kind, exercises, roundRestSeconds }: PreviewSegment): string => {
  const group = groupNames[kind]
  const names = exercises.map((exercise) => `${exercise.name} (${spokenSets(exercise)})`)
  if (group === undefined) {
    const rest = exercises[0]?.restSeconds ?? 0
    return `${names.join('')}${rest > 0 ? `, rest ${rest} s` : ''}`
  }
  const pause = roundRestSeconds ? `, ${roundRestSeconds} s after each round` : ''
  return `${listed(names)}: ${group}${pause}`
}

export const sessionLines = ({ segments }: PreviewSession, paint: Paint): string[] =>
  segments.flatMap((segment) =>
    tagged(clockTime(segment.timing.totalSeconds).padStart(8), spokenSegment(segment), paint, 'cyan'),
  )
