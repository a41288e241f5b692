/** Asks for a plan at one target after the other, and looks at each answer before anything is shown of it. */
import type { Static } from '@sinclair/typebox'
import { demoUser } from '../../demo-plans/demo-plans.ts'
import type { previewAnswerSchema } from '../../routes/time-crunch/schemas.ts'
import type { DemoService } from './demo-service.ts'

export type PreviewAnswer = Static<typeof previewAnswerSchema>
export type PreviewSession = PreviewAnswer['sessions'][number]
export type PreviewChange = PreviewSession['changes'][number]

export const demoTargets: readonly number[] = Object.freeze([15, 20, 30, 45, 60, 75, 90, 120, 180])

/** What no answer may do; the demo stops rather than show one that does. */
const checkAnswer = ({ sessions, targetMinutes }: PreviewAnswer, bufferSeconds: number): void => {
  for (const { name, amendment, compressedDurationSeconds, meetsTimeConstraint } of sessions) {
    const broken = amendment.filter(({ held }) => !held).map(({ id }) => id)
    if (broken.length > 0) {
      throw new Error(`"${name}" at ${targetMinutes} minutes breaks ${broken.join(', ')}`)
    }
    if (meetsTimeConstraint !== compressedDurationSeconds <= targetMinutes * 60 - bufferSeconds) {
      throw new Error(
        `"${name}" at ${targetMinutes} minutes takes ${compressedDurationSeconds} s, and hides it`,
      )
    }
  }
}

export const previewTargets = async (
  { send }: DemoService,
  planId: string,
  targets: readonly number[],
  bufferSeconds: number,
): Promise<PreviewAnswer[]> => {
  const answers: PreviewAnswer[] = []
  for (const targetMinutes of targets) {
    const path = '/api/v1/time-crunch/preview'
    const { body } = await send({ method: 'POST', path, user: demoUser, body: { planId, targetMinutes } })
    const answer = body as PreviewAnswer
    checkAnswer(answer, bufferSeconds)
    answers.push(answer)
  }
  return answers
}
