/** Which files a build leaves out, by the patterns of .dockerignore that this project uses. */

const asExpression = (pattern: string): RegExp => {
  if (/[!?[\]\\]/.test(pattern))
    throw new Error(`.dockerignore: ${pattern} is of a form that is not read here`)
  const escaped = pattern.replace(/[.+^${}()|]/g, '\\$&')
  const body = escaped.replaceAll('**/', '\0').replaceAll('*', '[^/]*').replaceAll('\0', '(?:.*/)?')
  // What matches a folder takes everything in it along.
  return new RegExp(`^${body}(?:/|$)`)
}

/** Takes a path relative to the folder of the build. */
export const dockerIgnore = (text: string): ((path: string) => boolean) => {
  const expressions = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(asExpression)
  return (path) => expressions.some((expression) => expression.test(path))
}
