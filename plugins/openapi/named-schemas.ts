/** Schemas that have a name (`title`) stand once in the contract, under components, wherever they are used. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * `document` with every named schema below it replaced by a reference, and the schemas by name. Throws where one name has
 * two contents.
 */
export const gatherNamedSchemas = <Document>(
  document: Document,
): { readonly document: Document; readonly schemas: Record<string, Json> } => {
  const schemas: Record<string, Json> = {}
  const gather = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(gather)
    if (value === null || typeof value !== 'object') return value
    const gathered = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, gather(each)]))
    const { title } = gathered
    // A property may be called title; a schema's title is text beside its type.
    if (typeof title !== 'string' || !isSchema(gathered)) return gathered
    const known = schemas[title]
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(gathered)) {
      throw new Error(`two different schemas are called ${title}`)
    }
    schemas[title] = gathered
    return { $ref: `#/components/schemas/${title}` }
  }
  return { document: gather(document as Json) as Document, schemas: sorted(schemas) }
}

const isSchema = (value: { readonly [key: string]: Json }): boolean =>
  'type' in value || 'anyOf' in value || 'allOf' in value

const sorted = (schemas: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1)))
