/** Says what is wrong with a flags file, before the SDK gets to see it: the SDK would take half of a broken one. */
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { FlagSchema, SegmentSchema, withoutNulls } from './flag-data-schema.ts'

const FlagsFileSchema = Type.Object({
  flags: Type.Optional(Type.Record(Type.String(), FlagSchema)),
  flagValues: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  segments: Type.Optional(Type.Record(Type.String(), SegmentSchema)),
})

/** LaunchDarkly's file-data format. The answer never quotes the text: the path may point at something secret. */
export function flagsFileFault(text: string): string | undefined {
  if (text.trim() === '') return 'is empty'
  let file: unknown
  try {
    file = JSON.parse(text, withoutNulls)
  } catch {
    return 'is not valid JSON'
  }
  if (!Value.Check(FlagsFileSchema, file)) {
    const error = Value.Errors(FlagsFileSchema, file).First()
    return `does not hold LaunchDarkly file data: ${error?.path || '/'}: ${error?.message}`
  }
  const { flags = {}, flagValues = {}, segments = {} } = file
  const misnamed = Object.entries({ ...segments, ...flags }).find(([key, item]) => item.key !== key)
  if (misnamed) return `has an entry "${misnamed[0]}" whose key is another`
  const twice = Object.keys(flagValues).find((key) => Object.hasOwn(flags, key))
  if (twice !== undefined) return `has "${twice}" both in flags and in flagValues`
  const flagCount = Object.keys(flags).length + Object.keys(flagValues).length
  return flagCount === 0 ? 'holds no flag' : undefined
}
