/** `docs/model.md`, made from the parameters, with the formulas that use them. */
import {
  clockParameters,
  compressorParameters,
  modelVersion,
  type Parameter,
  stimulusParameters,
} from '../../domain/parameters.ts'

const row = ([name, { value, unit, source }]: [string, Parameter]): string =>
  `| \`${name}\` | ${value} | ${unit.replaceAll('|', '\\|')} | ${source.replaceAll('|', '\\|')} |`

const table = (parameters: Readonly<Record<string, Parameter>>): string =>
  ['| Parameter | Value | Unit | Source |', '|---|---|---|---|', ...Object.entries(parameters).map(row)].join(
    '\n',
  )

const clockText = `All in whole seconds.

- A set of repetitions works \`ceil(reps × secondsPerRep) + setOverheadSeconds\`; a tempo gives its own seconds per
  repetition, a range counts its upper end. A timed set works its seconds. Per side doubles either.
- An exercise alone takes \`set-up + Σ work + Σ rests between its sets\`; a core lift adds its ramp, each warm-up set with
  the rest after it.
- A new superset or block takes \`Σ set-up + Σ work + Σ changeovers + (rounds − 1) × pause\`. The pause is as long as the
  member that needs most still has to rest after its partners' work and the changeovers, and never under the minimum.
- A group that the coach programmed keeps its own rests.
- The short rest of an accessory is \`max(floor, round(shortRestRatio × rest))\`, where that is shorter.
- A session is the sum of its segments. The programmed session is timed by the same clock.`

const stimulusText = `- A set counts \`primarySet\` for each primary and \`secondarySet\` for each secondary muscle, the secondaries together at
  most \`secondarySetsShared\`.
- The sets of a muscle, \`S\`, are summed over the session, each exercise times π (its priority), κ (its superset or block)
  and \`q(rest now) / q(rest programmed)\`, with \`q(x) = 1 − restLoss × exp(−(x − restShortestSeconds) / restDecaySeconds)\`,
  x held between \`restShortestSeconds\` and \`restLongestSeconds\`.
- **Size**: \`V = Σ over muscles of min(setsCap, S)^sizeExponent\`. The first sets of a muscle are worth most, so a short
  session touches many muscles rather than one to exhaustion.
- **Strength**: \`G = Σ over core lifts of strengthScale × k / (k + strengthHalfSets)\`, k being the working sets left.
- Warm-ups and cool-downs have no value; conditioning counts as one muscle of its own, \`cardio\`.`

const compressorText = `For each session the first of these that is possible:

1. it fits as programmed: **unchanged**;
2. core lifts and their ramps as programmed (capped where the coach caps), pinned exercises kept, and for every other
   exercise how many sets, alone or in which group, at which rest, so that V is as large as the time allows; warm-ups and
   cool-downs come back into what is left over;
3. only core lifts and what is pinned, ramps cut to their last set, one lift at a time;
4. core lifts trimmed towards their floor, so that G is as large as the time allows;
5. **unmet**: the shortest session that the articles allow, with what is missing and the articles that hold it there.

The best is proven: \`optimality.proven\`. A session too large to be searched to the end gets its best answer found, with
\`proven: false\` and how far it can be from the best at most (\`gap\`); the articles hold all the same.`

export const modelPage = (): string => `# The model

Made by \`npm run docs\` from \`domain/parameters.ts\`; a test keeps it in step. Model version ${modelVersion}.

Every number that an answer depends on, with its unit and where it comes from; \`GET /api/v1/time-crunch/model\` serves
them too. The rules are in [the Coach's Amendment](coachs-amendment.md). What the model calls *retained stimulus* is an
estimate of a training effect from these numbers; it is not a measurement, and no growth is promised by it.

## The clock

How long a session takes.

${clockText}

${table(clockParameters)}

## The stimulus

What a session is worth.

${stimulusText}

${table(stimulusParameters)}

## The compressor

How the answer is found.

${compressorText}

${table(compressorParameters)}
`
