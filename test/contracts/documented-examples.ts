/** What the JSON blocks on the pages are: page by page, in the order in which they stand there. */

export interface Example {
  readonly operationId: string
  /** `request`, or the status of the answer. */
  readonly part: 'request' | '200' | '201' | '400' | '404' | '409' | '422'
  /** Only some of the required fields are shown; nothing that is shown may be otherwise. */
  readonly shortened?: true
  /** Only this property is shown: the path to it in the answer, `[]` for the entries of a list. */
  readonly at?: readonly string[]
}

/** A block that is no payload of this API, and what it is instead. */
export interface OtherBlock {
  readonly other: string
}

const preview = 'previewTimeCrunch'

export const documentedExamples: Readonly<Record<string, readonly (Example | OtherBlock)[]>> = {
  'README.md': [
    { operationId: preview, part: 'request' },
    { operationId: preview, part: '200', shortened: true },
  ],
  'docs/api.md': [
    { operationId: 'createPlan', part: 'request' },
    { operationId: 'createPlan', part: '400' },
  ],
  'docs/applications.md': [
    { operationId: 'applyTimeCrunch', part: 'request' },
    { operationId: 'applyTimeCrunch', part: '201', shortened: true },
    { operationId: 'readSessionOfDay', part: '200', shortened: true },
    { operationId: 'readWeekBalance', part: '200', shortened: true },
  ],
  'docs/flags.md': [{ other: 'a flags file' }],
  'docs/movements.md': [
    { operationId: preview, part: 'request', shortened: true },
    { operationId: preview, part: '200', at: ['sessions', '[]', 'swaps'] },
  ],
}
