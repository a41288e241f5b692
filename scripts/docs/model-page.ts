/** `docs/model.md`, made from the parameters. */
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

export const modelPage = (): string => `# The model's numbers

Made by \`npm run docs\` from \`domain/parameters.ts\`; a test keeps it in step. Model version ${modelVersion}.

Every number that an answer depends on, with its unit and where it comes from. \`GET /api/v1/time-crunch/model\` serves
the same. The rules are in [the Coach's Amendment](coachs-amendment.md). What the model calls *retained stimulus* is an
estimate of a training effect from these numbers; it is not a measurement, and nobody's growth is promised by it.

## The clock

How long a session takes.

${table(clockParameters)}

## The stimulus

What a session is worth: size V and strength G.

${table(stimulusParameters)}

## The compressor

${table(compressorParameters)}
`
