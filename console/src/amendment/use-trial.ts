/** What the typed amendment would make of the plan's first week, all of it and each change alone. Nothing is saved. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Amendment, Plan, Preview, VersionedAmendment } from '../service/answers.ts'
import { useAnswer, useSurroundings } from '../service/context.ts'
import type { Service } from '../service/service.ts'
import { type Faults, noFaults } from '../shell/field-fault.tsx'
import { useSettled } from '../shell/use-settled.ts'
import { weekDifference } from './compare-previews.ts'
import { faultsOf } from './faults.ts'
import { withOneChange } from './one-change.ts'
import type { RuleDifference } from './spoken-rules.ts'

export interface Asked {
  plan: Plan
  base: VersionedAmendment
  typed: Amendment
  /** Of `typed` from `base`; empty, too, for who may only read. */
  changes: readonly RuleDifference[]
  minutes: number
}

export interface Trial {
  saved: Preview | undefined
  /** Undefined while nothing is changed, while it is on its way, and where it was refused. */
  tried: Preview | undefined
  /** What each change does alone, by its key, as far as it is known. */
  alone: ReadonlyMap<string, string>
  /** Contradictions of what is typed; undefined while nobody knows. */
  faults: Faults | undefined
  error: unknown
  again: () => void
}

const weekOf = (plan: Plan): number | undefined => plan.microcycles[0]?.weekNumber

const ask = (
  service: Service,
  signal: AbortSignal,
  { plan, minutes }: Asked,
  amendment?: Amendment,
): Promise<Preview> => {
  const body = {
    planId: plan.id,
    targetMinutes: minutes,
    week: weekOf(plan),
    ...(amendment && { amendment }),
  }
  return service.send<Preview>('POST', '/api/v1/time-crunch/preview', { body, signal })
}

const contradiction = 'contradicts what is saved'

/** Asked one after the other, and once only: what a change does to the saved amendment does not depend on the others. */
const useAlone = (asked: Asked, saved: Preview | undefined): ReadonlyMap<string, string> => {
  const { service } = useSurroundings()
  const { base, typed, changes, minutes } = asked
  const known = useRef(new Map<string, string>())
  const [, setCount] = useState(0)
  const nameOf = ({ key, after }: RuleDifference): string => `${base.version} ${minutes} ${key} ${after}`
  const wanted = changes.map(nameOf).join('\n')
  // `wanted` says which changes; the functions and objects are others with every drawing.
  useEffect(() => {
    if (saved === undefined) return
    const controller = new AbortController()
    const askAll = async (): Promise<void> => {
      for (const change of changes) {
        if (known.current.has(nameOf(change))) continue
        const one = withOneChange(base.amendment, typed, change.key)
        const said = await ask(service, controller.signal, asked, one).then(
          (preview) => weekDifference(saved, preview),
          (failure: unknown) => {
            if (faultsOf(failure, one).size > 0) return contradiction
            throw failure
          },
        )
        known.current.set(nameOf(change), said)
        setCount(known.current.size)
      }
    }
    // What fails here fails for all of them together, too, and is told there.
    askAll().catch(() => {})
    return () => controller.abort()
  }, [wanted, saved, service])
  return new Map(
    changes.flatMap((change) => {
      const said = known.current.get(nameOf(change))
      return said === undefined ? [] : [[change.key, said] as const]
    }),
  )
}

export const useTrial = (now: Asked): Trial => {
  const { plan, base, typed, changes, minutes } = now
  const text = changes.length === 0 ? '' : JSON.stringify(typed)
  const settledText = useSettled(text)
  const settled = useMemo(() => ({ typed, changes }), [settledText])
  const isSettled = text === settledText
  const saved = useAnswer(`${plan.id} ${base.version} ${minutes}`, (service, signal) =>
    ask(service, signal, now),
  )
  const tried = useAnswer(`${plan.id} ${minutes} ${settledText}`, async (service, signal) =>
    settledText === '' ? undefined : ask(service, signal, now, JSON.parse(settledText)),
  )
  const asked = { plan, base, minutes, ...(text === '' ? { typed, changes } : settled) }
  const alone = useAlone(asked, saved.value)
  // The same faults as long as it is the same answer: somebody waits for others.
  const refusedFor = useMemo(() => faultsOf(tried.error, typed), [tried.error])
  const isKnown = isSettled && !tried.isLoading
  return {
    saved: saved.value,
    tried: isKnown && tried.error === undefined ? tried.value : undefined,
    alone,
    faults: isKnown ? (refusedFor.size > 0 ? refusedFor : noFaults) : undefined,
    error: saved.error ?? (refusedFor.size > 0 ? undefined : tried.error),
    again: () => {
      saved.again()
      tried.again()
    },
  }
}
