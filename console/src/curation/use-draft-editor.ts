/** The draft that is being written: what is typed, saving it, and what somebody else saved meanwhile. */
import { useState } from 'preact/hooks'
import type { Draft } from '../service/answers.ts'
import { useSurroundings } from '../service/context.ts'
import { Problem } from '../service/trouble.ts'
import { type Faults, noFaults } from '../shell/field-fault.tsx'
import { type DraftText, documentOf, emptyText, textOf } from './draft-text.ts'

export const draftsPath = '/api/internal/curation/movements'

export interface DraftEditor {
  text: DraftText
  faults: Faults
  error: unknown
  /** Saved by somebody else since; whoever saves now writes over it. */
  theirs: Draft | undefined
  isBusy: boolean
  type: (text: DraftText) => void
  save: () => Promise<void>
  takeTheirs: () => void
  drop: () => void
}

/** What was typed and not saved, while the tab is open; a new draft under ''. */
const unsaved = new Map<string, { base: Draft | undefined; text: DraftText }>()

export const forgetUnsavedDrafts = (): void => unsaved.clear()

export const hasUnsaved = (draftId: string): boolean => unsaved.has(draftId)

/** `/primaryMuscles/1` is about primaryMuscles; what is about no field stands under `other`. */
const faultsOf = (error: unknown): Faults => {
  if (!(error instanceof Problem)) return noFaults
  const faults = new Map<string, string[]>()
  for (const { path, message } of error.faults) {
    const [, field = ''] = path.split('/')
    const place = field in emptyText ? field : 'other'
    faults.set(place, [...(faults.get(place) ?? []), message])
  }
  return faults
}

/** `read` is the draft as it was read; left out for one that does not exist yet. `onSaved` gets the draft as saved. */
export const useDraftEditor = (read: Draft | undefined, onSaved: (draft: Draft) => void): DraftEditor => {
  const { service } = useSurroundings()
  const key = read?.id ?? ''
  const left = unsaved.get(key)
  const [base, setBase] = useState(left?.base ?? read)
  const [text, setText] = useState(left?.text ?? (read ? textOf(read) : emptyText))
  const [faults, setFaults] = useState<Faults>(noFaults)
  const [error, setError] = useState<unknown>()
  const [theirs, setTheirs] = useState<Draft | undefined>(
    left?.base && read && left.base.version !== read.version ? read : undefined,
  )
  const [isBusy, setIsBusy] = useState(false)

  const type = (typed: DraftText) => {
    unsaved.set(key, { base, text: typed })
    setText(typed)
  }
  const settle = (on: Draft | undefined) => {
    unsaved.delete(key)
    setBase(on)
    setText(on ? textOf(on) : emptyText)
    setTheirs(undefined)
    setFaults(noFaults)
    setError(undefined)
  }
  const send = (): Promise<Draft> => {
    const body = documentOf(text)
    const version = (theirs ?? base)?.version
    return version === undefined
      ? service.send<Draft>('POST', draftsPath, { body })
      : service.send<Draft>('PUT', `${draftsPath}/${encodeURIComponent(key)}`, { body, version })
  }
  const refused = async (failure: unknown): Promise<void> => {
    if (failure instanceof Problem && failure.code === 'version_conflict') {
      setTheirs(await service.get<Draft>(`${draftsPath}/${encodeURIComponent(key)}`))
      return
    }
    const found = faultsOf(failure)
    setFaults(found)
    setError(found.size === 0 ? failure : undefined)
  }
  const save = async (): Promise<void> => {
    setIsBusy(true)
    setFaults(noFaults)
    setError(undefined)
    try {
      const saved = await send()
      settle(read && saved)
      onSaved(saved)
    } catch (failure) {
      await refused(failure).catch(setError)
    } finally {
      setIsBusy(false)
    }
  }
  return {
    text,
    faults,
    error,
    theirs,
    isBusy,
    type,
    save,
    takeTheirs: () => settle(theirs),
    drop: () => settle(base),
  }
}
