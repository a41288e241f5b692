/** The service and its visitor, for every part of the page; and answers that are loaded when a part appears. */
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Service } from './service.ts'
import type { Visitor } from './visitor.ts'

export interface Surroundings {
  service: Service
  visitor: Visitor
}

export const SurroundingsContext = createContext<Surroundings | null>(null)

export const useSurroundings = (): Surroundings => {
  const surroundings = useContext(SurroundingsContext)
  if (surroundings === null) throw new Error('nobody has signed in')
  return surroundings
}

export interface Loaded<Answer> {
  /** The last that was answered; it stays while a later one fails. */
  value: Answer | undefined
  error: unknown
  isLoading: boolean
  again: () => void
}

/** Loads anew whenever `key` changes; what came for an older key is forgotten. */
export const useAnswer = <Answer>(
  key: string,
  load: (service: Service, signal: AbortSignal) => Promise<Answer>,
): Loaded<Answer> => {
  const { service } = useSurroundings()
  const [round, setRound] = useState(0)
  const [state, setState] = useState<{ key: string; value?: Answer; error?: unknown; isLoading: boolean }>({
    key,
    isLoading: true,
  })
  // The key says when; load is another function with every drawing.
  useEffect(() => {
    const controller = new AbortController()
    setState((before) => ({
      key,
      isLoading: true,
      ...(before.key === key && before.value !== undefined && { value: before.value }),
    }))
    load(service, controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setState({ key, value, isLoading: false })
      },
      (error: unknown) => {
        if (controller.signal.aborted) return
        setState((before) => ({ ...before, key, error, isLoading: false }))
      },
    )
    return () => controller.abort()
  }, [key, round, service])
  const isCurrent = state.key === key
  return {
    value: isCurrent ? state.value : undefined,
    error: isCurrent ? state.error : undefined,
    isLoading: isCurrent ? state.isLoading : true,
    again: () => setRound((before) => before + 1),
  }
}
