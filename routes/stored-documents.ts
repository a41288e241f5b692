/**
 * What the JSON in the database has to be, by the schemas and rules that let it in: whatever was accepted can be read. A schema
 * or a rule that becomes stricter therefore needs a migration of what is stored, or it makes rows unreadable.
 */
import { FormatRegistry, type TSchema, Type, TypeRegistry } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import type { AppliedSession } from '../domain/applications/applied-session.ts'
import { isCalendarDay } from '../domain/calendar/calendar-day.ts'
import type { Movement } from '../domain/movements/movement.ts'
import { isNormalPlan } from '../domain/plan/is-normal.ts'
import { cardio, equipment, muscles } from '../domain/plan/vocabulary.ts'
import { isRowId } from '../store/row-id.ts'
import type { DocumentChecks, StoredDocuments } from '../store/row-reader.ts'
import { normalDraftProperties } from './curation/draft-schema.ts'
import { storedPerformanceSchema, storedRpeSchema } from './feedback/schemas.ts'
import { movementProperties } from './movements/schemas.ts'
import { amendmentDocumentSchema } from './plans/amendment-schema.ts'
import { planProperties } from './plans/plan-document-schema.ts'
import { planSchema } from './plans/schemas.ts'
import { applicationSchema } from './time-crunch/application-schemas.ts'
import { sessionAnswerSchema } from './time-crunch/schemas.ts'

const typeOf = (value: unknown): string => (Number.isInteger(value) ? 'integer' : typeof value)

/** Answers say `enum`, or several types, where TypeBox has unions: quicker to write out, but it has to be told what they mean. */
const isOfUnsafe = (schema: { type?: string | string[]; enum?: unknown[] }, value: unknown): boolean => {
  if (schema.enum) return schema.enum.includes(value)
  const types = [schema.type].flat()
  const type = typeOf(value)
  return types.includes(type) || (type === 'integer' && types.includes('number'))
}
TypeRegistry.Set('Unsafe', isOfUnsafe)

FormatRegistry.Set('uuid', isRowId)
FormatRegistry.Set('date', isCalendarDay)
FormatRegistry.Set('date-time', (text) => !Number.isNaN(Date.parse(text)))

type Check = (value: unknown) => boolean

/** Whether a value has this form, and then, as what it is by its form, makes sense. */
const holds = <Value>(schema: TSchema, makesSense: (value: Value) => boolean = () => true): Check => {
  const form = TypeCompiler.Compile(schema)
  return (value) => form.Check(value) && makesSense(value as Value)
}

const plan = holds(Type.Object(planProperties, { additionalProperties: false }), isNormalPlan)

/** An answer is no longer than what it is made of (A11). */
const addsUp = ({ segments, compressedDurationSeconds, originalDurationSeconds }: AppliedSession): boolean =>
  originalDurationSeconds >= 0 &&
  segments.every(({ timing }) => Object.values(timing).every((seconds) => seconds >= 0)) &&
  segments.reduce((sum, { timing }) => sum + timing.totalSeconds, 0) === compressedDurationSeconds

const appliedSession = holds<AppliedSession>(sessionAnswerSchema, addsUp)

/** Eleven days: more than the longest session that a plan can hold. */
const mostSeconds = 1_000_000
const secondsSchema = Type.Integer({ minimum: 0, maximum: mostSeconds })

const sessionSummary = holds(
  Type.Object({
    outcome: sessionAnswerSchema.properties.outcome,
    originalDurationSeconds: secondsSchema,
    compressedDurationSeconds: secondsSchema,
  }),
)

/** Of the routes that take an Idempotency-Key: another one's answers belong here too. */
const keptAnswers: readonly Check[] = [
  holds<{ session: unknown }>(applicationSchema, ({ session }) => appliedSession(session)),
  holds<Record<string, unknown>>(
    planSchema,
    ({ id: _, version: __, ownerId: ___, createdAt: ____, updatedAt: _____, ...document }) => plan(document),
  ),
]
const answer = holds<StoredDocuments['answer']>(
  Type.Object({ status: Type.Integer({ minimum: 200, maximum: 299 }), body: Type.Object({}) }),
  ({ body }) => keptAnswers.some((check) => check(body)),
)

/** What the row says of a report is no part of it. */
const columns = ['id', 'version', 'planId', 'planVersion', 'reportedBy', 'createdAt', 'updatedAt'] as const
const report = holds<{ date: string }>(
  Type.Union([Type.Omit(storedRpeSchema, [...columns]), Type.Omit(storedPerformanceSchema, [...columns])]),
  ({ date }) => isCalendarDay(date),
)

const knownMuscles: ReadonlySet<string> = new Set([...muscles, cardio])
const knownEquipment: ReadonlySet<string> = new Set(equipment)
const longestSetupSeconds = 900

const movement = holds<Movement>(
  Type.Object(movementProperties),
  ({ primaryMuscles, secondaryMuscles, equipment: needed, setupSeconds = 0 }) =>
    primaryMuscles.length > 0 &&
    [...primaryMuscles, ...secondaryMuscles].every((muscle) => knownMuscles.has(muscle)) &&
    knownEquipment.has(needed) &&
    setupSeconds >= 0 &&
    setupSeconds <= longestSetupSeconds,
)

export const storedDocuments: DocumentChecks = Object.freeze({
  plan,
  amendment: holds(amendmentDocumentSchema),
  appliedSession,
  sessionSummary,
  answer,
  report,
  movement,
  draft: holds(Type.Object(normalDraftProperties)),
})
