/** One session before and after: where its time goes, what is left to do, what changed and why, what it keeps. */
import { spokenSeconds } from '../../domain/compressor/sentences.ts'
import { type SplitSeconds, shareBar, timeBar } from './bars.ts'
import { changeLines } from './change-lines.ts'
import { spread, tagged } from './page.ts'
import type { Paint } from './paint.ts'
import type { PreviewSession } from './preview-targets.ts'
import { sessionLines } from './session-lines.ts'
import { clockTime, percent, spokenCount, spokenDay } from './words.ts'

const timeBarColumns = 34
const stimulusBarColumns = 14

const splitOf = ({ segments }: PreviewSession): SplitSeconds => {
  const sum = (part: keyof SplitSeconds): number =>
    segments.reduce((total, { timing }) => total + timing[part], 0)
  return {
    setupSeconds: sum('setupSeconds'),
    workSeconds: sum('workSeconds'),
    restSeconds: sum('restSeconds'),
  }
}

const timeLine = (tag: string, split: SplitSeconds, columnSeconds: number, paint: Paint): string => {
  const { setupSeconds, workSeconds, restSeconds } = split
  const columns = Math.round((setupSeconds + workSeconds + restSeconds) / columnSeconds)
  const parts = [setupSeconds, workSeconds, restSeconds].map((seconds) => clockTime(seconds).padStart(5))
  const bar = `${timeBar(split, columnSeconds, paint)}${' '.repeat(timeBarColumns - columns)}`
  return `  ${tag.padEnd(7)}${bar} set-up ${parts[0]} work ${parts[1]} rest ${parts[2]}`
}

const stimulusLine = ({ retained }: PreviewSession, paint: Paint): string => {
  const parts = (['size', 'strength'] as const).map((name) => {
    const share = retained[name]
    return `  ${name} ${shareBar(share, stimulusBarColumns, paint)}${percent(share).padStart(6)}`
  })
  return `  retained (model)${parts.join('')}`
}

/** Fractional sets of each muscle that has fewer of them now. */
const muscleLines = ({ retained }: PreviewSession, paint: Paint): string[] => {
  const fewer = retained.muscles
    .filter(({ before, after }) => after < before)
    .map(
      ({ muscle, before, after }) =>
        `${muscle.replaceAll('_', ' ')} ${spokenCount(before)} → ${spokenCount(after)}`,
    )
  return fewer.length === 0 ? [] : tagged('sets for', fewer.join(', '), paint, 'dim')
}

const shortfallLines = ({ shortfall }: PreviewSession, paint: Paint): string[] => {
  if (!shortfall) return []
  const held = shortfall.heldBy.map(({ reason }) => reason)
  const text = [`${spokenSeconds(shortfall.missingSeconds)} too long, held by:`, ...held].join(' ')
  return tagged('unmet', text, paint, 'red')
}

/** `programmed` is the same session at a target that it fits. */
export const sessionCloseUp = (
  programmed: PreviewSession,
  compressed: PreviewSession,
  paint: Paint,
): string[] => {
  const { name, dayOfWeek, originalDurationSeconds, compressedDurationSeconds, outcome } = compressed
  const columnSeconds = originalDurationSeconds / timeBarColumns
  const from = spokenSeconds(originalDurationSeconds)
  const to = outcome === 'unchanged' ? 'as programmed' : spokenSeconds(compressedDurationSeconds)
  const before = timeLine('before', splitOf(programmed), columnSeconds, paint)
  if (outcome === 'unchanged')
    return [spread(`${name}, ${spokenDay(dayOfWeek)}`, `${from}, ${to}`, paint), before]
  return [
    spread(`${name}, ${spokenDay(dayOfWeek)}`, `${from} → ${to}`, paint),
    before,
    timeLine('after', splitOf(compressed), columnSeconds, paint),
    ...shortfallLines(compressed, paint),
    ...sessionLines(compressed, paint),
    ...changeLines(compressed.changes, paint),
    ...muscleLines(compressed, paint),
    stimulusLine(compressed, paint),
  ]
}
