/** If-Match against a document's version: the ETag is the version in quotes, a strong validator. */
import { problem } from '../problems.ts'

export const etagOf = (version: number): string => `"${version}"`

const entityTags = /^"[\x21\x23-\x7e\x80-\xff]*"(?:[ \t]*,[ \t]*"[\x21\x23-\x7e\x80-\xff]*")*$/

/**
 * Throws unless the caller has read this version: 428 without the header, 400 when it is weak or malformed, 409 when
 * it is another version. `*` passes (RFC 9110): the caller says that any version may be overwritten. A list passes
 * when one of its tags does.
 */
export const requireVersion = (ifMatch: string | undefined, version: number, what: string): void => {
  if (ifMatch === undefined) {
    throw problem('precondition_required', `Send If-Match with the ETag of the ${what} that you have read`)
  }
  const header = ifMatch.trim()
  if (header === '*') return
  if (!entityTags.test(header)) {
    throw problem(
      'invalid_request',
      'If-Match must be a strong entity tag in double quotes, such as "3", or *',
    )
  }
  const tags: readonly string[] = header.match(/"[^"]*"/g) ?? []
  if (!tags.includes(etagOf(version))) throw versionConflict(what)
}

export const versionConflict = (what: string) =>
  problem(
    'version_conflict',
    `The ${what} has changed since you read it; read it again and repeat your change`,
  )
