/** A setting that keeps the service from starting: one line with the key, what was found and what is expected. */

export class ConfigError extends Error {
  readonly key: string

  constructor(key: string, found: string, expected: string) {
    super(`${key}: found ${found}, expected ${expected}`)
    this.name = 'ConfigError'
    this.key = key
  }
}
