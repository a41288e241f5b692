/** A value once it has stayed the same for a while: the service is asked once a word, not once a letter. */
import { useEffect, useState } from 'preact/hooks'

const typingPauseMs = 250

export const useSettled = <Value>(value: Value): Value => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(() => value), typingPauseMs)
    return () => window.clearTimeout(timer)
  }, [value])
  return settled
}
