/** A session as the gym floor needs it: in order, with rounds and rests; the same for the page and for the text. */
import type { Segment, SegmentExercise, SessionAnswer, SetDocument } from '../service/answers.ts'
import { clock, counted } from '../words/figures.ts'
import { segmentKind, spokenSet, spokenSets, weekday } from '../words/names.ts'

export interface SheetExercise {
  id: string
  /** "A", "B", "C" in a group, nothing alone. */
  letter: string
  name: string
  warmup: string
  work: string
  /** One a working set: what its box is called. */
  sets: string[]
}

export interface SheetBlock {
  id: string
  title: string
  rest: string
  exercises: SheetExercise[]
}

const isRamp = ({ warmup }: SetDocument): boolean => warmup === true

const sheetExercise = (
  { exerciseId, name, sets }: SegmentExercise,
  index: number,
  all: readonly unknown[],
): SheetExercise => {
  const working = sets.filter((set) => !isRamp(set))
  return {
    id: exerciseId,
    letter: all.length > 1 ? String.fromCharCode(65 + index) : '',
    name,
    warmup: spokenSets(sets.filter(isRamp)),
    work: spokenSets(working),
    sets: working.map((set, at) => `${name}, set ${at + 1}: ${spokenSet(set)}`),
  }
}

const restOf = ({ exercises, kind, roundRestSeconds }: Segment): string => {
  if (roundRestSeconds !== undefined) return `rest ${clock(roundRestSeconds)} after each round`
  if (kind === 'programmed_group') {
    const last = exercises.at(-1)?.restSeconds ?? 0
    return last > 0 ? `rest ${clock(last)} after each round` : ''
  }
  const [only] = exercises
  const several = (only?.sets.length ?? 0) > 1
  return only && several && only.restSeconds > 0 ? `rest ${clock(only.restSeconds)} between sets` : ''
}

const roundsOf = ({ rounds, exercises }: Segment): number =>
  rounds ?? Math.max(...exercises.map(({ sets }) => sets.filter((set) => !isRamp(set)).length))

export const sheetBlocks = ({ segments }: Pick<SessionAnswer, 'segments'>): SheetBlock[] =>
  segments.map((segment) => ({
    id: segment.id,
    title:
      segment.exercises.length > 1
        ? `${segmentKind(segment.kind)}, ${counted(roundsOf(segment), 'round')}`
        : segment.kind === 'accessory_single'
          ? ''
          : segmentKind(segment.kind),
    rest: restOf(segment),
    exercises: segment.exercises.map(sheetExercise),
  }))

const exerciseText = ({ letter, name, warmup, work }: SheetExercise): string[] => [
  `${letter ? `   ${letter}  ` : '   '}${name}: ${work}`,
  ...(warmup ? [`      warm-up: ${warmup}`] : []),
]

/** For a message or a note: plain lines, no markup. */
export const sheetText = (
  answer: Pick<SessionAnswer, 'segments' | 'name' | 'weekNumber' | 'dayOfWeek' | 'compressedDurationSeconds'>,
  planName: string,
): string =>
  [
    `${answer.name}, ${clock(answer.compressedDurationSeconds)}`,
    `${planName}, week ${answer.weekNumber}, ${weekday(answer.dayOfWeek)}`,
    '',
    ...sheetBlocks(answer).flatMap(({ title, rest, exercises }, index) => [
      `${index + 1}. ${[title, rest].filter(Boolean).join(', ') || (exercises[0]?.name ?? '')}`,
      ...exercises.flatMap(exerciseText),
      '',
    ]),
  ].join('\n')
