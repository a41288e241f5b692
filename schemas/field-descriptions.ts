/**
 * What the fields of a plan document mean, for whoever writes one in an editor: where the service's own schema says
 * nothing, or only what form the value has.
 */

const sets = {
  seconds: 'Seconds of a timed set, instead of reps.',
  rpe: 'Effort from 1 to 10 (rate of perceived exertion).',
}

/** By object, then by field. */
export const fieldDescriptions = {
  plan: {
    name: 'What the plan is called.',
    description: 'What the plan is for, in the words of who wrote it.',
    microcycles: 'The weeks, ascending by weekNumber; gaps are allowed.',
    amendment: 'What the coach says about this plan; what is left out has its default.',
  },
  microcycle: {
    weekNumber: 'Which week of the plan it is.',
    name: 'What the week is called.',
    phase: 'The phase of training that the week belongs to, such as "hypertrophy".',
    deload: 'Whether the week is a lighter one on purpose.',
    sessions: 'The sessions of the week; a week off has none.',
  },
  session: {
    id: 'Unique in the plan; made from the name when left out. Lower-case letters, digits, - and _.',
    name: 'What the session is called.',
    exercises: 'What is done, in this order.',
  },
  exercise: {
    id: 'Unique in its session; made from the name when left out. The same lift may have the same id in every session.',
    name: 'What the exercise is called.',
    movement: 'Slug of a movement in the library, which fills what is left out.',
    role: 'What it is in the session; without it core if its movement is tagged a core lift, else accessory.',
    priority: 'How much its sets count when something has to go; normal when left out.',
    pinned: 'Whether it has to stay, with minSets or all of its sets.',
    equipment: 'What it is done with: a word of the vocabulary, or an alias.',
    mechanic: 'Whether it works several joints or one.',
    perSide: 'Whether each set is done once a side, which doubles its time.',
    ...sets,
    setupSeconds: 'Seconds to set up before the first set.',
    notes: 'Words for the athlete; nothing is read from them.',
  },
  set: { ...sets, warmup: 'Whether it is a set of the ramp, which is no working set.' },
  amendment: {},
  pin: {
    exerciseId: 'Id of the exercise, in every session that has it.',
    minSets: 'Sets that it keeps at least; all of them when left out.',
  },
} as const satisfies Record<string, Record<string, string>>
