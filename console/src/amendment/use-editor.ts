/** The amendment that is being edited: what was read, what is typed, saving it, and what somebody else saved meanwhile. */
import { useState } from 'preact/hooks'
import type { Amendment, VersionedAmendment } from '../service/answers.ts'
import { useSurroundings } from '../service/context.ts'
import { Problem } from '../service/trouble.ts'
import { type Faults, noFaults } from '../shell/field-fault.tsx'
import { faultsOf } from './faults.ts'

export interface Editor {
  /** As it was read, or saved, last. */
  base: VersionedAmendment
  typed: Amendment
  faults: Faults
  error: unknown
  /** Saved by somebody else since; whoever saves now would write over it. */
  theirs: VersionedAmendment | undefined
  /** What the last save replaced. */
  replaced: Amendment | undefined
  isBusy: boolean
  type: (amendment: Amendment) => void
  /** Somebody found these contradictions, or none, in what is typed. */
  judge: (faults: Faults) => void
  save: (amendment: Amendment, version: number) => Promise<void>
  takeTheirs: () => void
}

/** What was typed and not saved, while the tab is open: a look at another page costs nothing. */
const unsaved = new Map<string, { base: VersionedAmendment; typed: Amendment }>()

export const forgetUnsavedAmendments = (): void => unsaved.clear()

export const useEditor = (planId: string, first: VersionedAmendment): Editor => {
  const { service } = useSurroundings()
  const path = `/api/v1/plans/${encodeURIComponent(planId)}/amendment`
  const left = unsaved.get(planId)
  const [base, setBase] = useState(left?.base ?? first)
  const [typed, setTyped] = useState(left?.typed ?? first.amendment)
  const [faults, setFaults] = useState<Faults>(noFaults)
  const [error, setError] = useState<unknown>()
  const [theirs, setTheirs] = useState(left && left.base.version !== first.version ? first : undefined)
  const [replaced, setReplaced] = useState<Amendment>()
  const [isBusy, setIsBusy] = useState(false)

  const type = (amendment: Amendment) => {
    unsaved.set(planId, { base, typed: amendment })
    setTyped(amendment)
  }
  /** From here on this version is what is edited. */
  const settle = (on: VersionedAmendment) => {
    unsaved.delete(planId)
    setBase(on)
    setTyped(on.amendment)
    setTheirs(undefined)
  }
  const put = async (amendment: Amendment, version: number): Promise<void> => {
    const saved = await service.send<VersionedAmendment>('PUT', path, { body: amendment, version })
    setReplaced(theirs?.amendment ?? base.amendment)
    settle(saved)
  }
  const refused = async (failure: unknown, amendment: Amendment, version: number): Promise<void> => {
    if (!(failure instanceof Problem) || failure.code !== 'version_conflict') {
      const found = faultsOf(failure, amendment)
      setFaults(found)
      setError(found.size === 0 ? failure : undefined)
      return
    }
    const now = await service.get<VersionedAmendment>(path)
    // The plan around it changed, not the amendment: the same save is good.
    if (now.version === version) await put(amendment, version)
    else setTheirs(now)
  }
  const save = async (amendment: Amendment, version: number): Promise<void> => {
    setIsBusy(true)
    setFaults(noFaults)
    setError(undefined)
    try {
      await put(amendment, version).catch((failure: unknown) => refused(failure, amendment, version))
    } catch (failure) {
      setError(failure)
    } finally {
      setIsBusy(false)
    }
  }
  const takeTheirs = () => {
    if (theirs === undefined) return
    settle(theirs)
    setReplaced(undefined)
  }
  return { base, typed, faults, error, theirs, replaced, isBusy, type, judge: setFaults, save, takeTheirs }
}
