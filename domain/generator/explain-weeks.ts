/** How the weeks change, in words. */
import { dosageOf, type Level, levels } from './dosage.ts'
import type { Drafted } from './draft-week.ts'
import { effortOf } from './effort.ts'
import type { Explanation } from './explanation.ts'
import type { Progression } from './intent.ts'

const manners: Readonly<Record<Progression, string>> = {
  linear:
    'Linear: effort and load rise week by week in each run of hard weeks, and from one third of the plan to the next the repetitions fall',
  undulating:
    'Undulating: heavy, light and medium days take turns, moved on by one session every week, so that every session is each of them in turn; effort rises through each run of hard weeks',
  block:
    'Block: accumulation (more repetitions, all sets), then intensification (heavier, fewer accessory sets), then realisation (heaviest, fewest); core lifts keep their sets throughout',
}

const short = 'The plan is too short for the repetitions to change as well: only effort and load rise'

const range = (numbers: readonly number[]): string => {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  return low === high ? `${low}` : `${low} to ${high}`
}

export const explainWeeks = ({ draft, weeks }: Drafted): Explanation[] => {
  const { goal, experience, progression, deloadEvery } = draft.intent
  const places = draft.sessions.map((_, place) => place)
  const used = levels.filter((level) =>
    weeks.some((week) => places.some((place) => week.levelOf(place) === level)),
  )
  const hard = weeks.filter(({ deload }) => !deload)
  const efforts = range(hard.map(({ progress }) => effortOf(experience, 'main', progress)))
  const repsOf = (level: Level): string =>
    `${level} ${dosageOf(goal, experience, 'main', level, { isTimed: false, isLoadable: true }).reps}`
  const isShort = progression === 'linear' && used.length === 1
  const deloads = weeks.filter(({ deload }) => deload).map(({ weekNumber }) => weekNumber)
  return [
    {
      topic: 'progression',
      text: `${isShort ? short : manners[progression]}. Main lifts: ${used.map(repsOf).join(', ')} repetitions, RPE ${efforts}. Loads in percent, where given, are shares of the one-repetition maximum that fit repetitions and RPE; the RPE decides.`,
    },
    {
      topic: 'deload',
      text:
        deloads.length > 0
          ? `Deload in week ${deloads.join(', ')} (every ${deloadEvery}): the same movements, half the sets, an easy effort.`
          : 'No week is a deload.',
    },
  ]
}
