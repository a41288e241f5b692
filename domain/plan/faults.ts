/** What is wrong with a plan or an amendment, and where. Faults are data; the HTTP edge turns them into answers. */

export interface Fault {
  /** JSON Pointer (RFC 6901) into the document, e.g. `/microcycles/0/sessions/1/exercises/2/reps`. */
  path: string
  /** One plain sentence that names what was found and what is allowed. */
  message: string
  kind: FaultKind
}

/**
 * - `invalid`: breaks a rule of the document (400 invalid_request)
 * - `unknown_vocabulary`: a word that is not in the vocabulary (422)
 * - `contradiction`: an amendment that contradicts itself or its plan (422)
 */
export type FaultKind = 'invalid' | 'unknown_vocabulary' | 'contradiction'

export type Checked<T> = { ok: true; value: T } | { ok: false; faults: Fault[] }
