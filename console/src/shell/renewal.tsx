/** A token has run out in mid-work: another one, and the work goes on where it was. */
import { useEffect, useRef } from 'preact/hooks'
import type { Visitor } from '../service/visitor.ts'
import { TokenForm } from './token-form.tsx'

interface RenewalProps {
  visitor: Visitor
  onToken: (token: string) => void
  onLeave: () => void
}

export const Renewal = ({ visitor, onToken, onLeave }: RenewalProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby="renewal-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="renewal-title">Your token has run out</h2>
      <p>
        Paste a new one for <strong>{visitor.id}</strong>. Everything you see and typed is still there, and
        what you just asked for is done as soon as you are back.
      </p>
      <TokenForm only={visitor.id} onToken={onToken} />
      <button type="button" class="plain" onClick={onLeave}>
        Sign out and drop what is open
      </button>
    </dialog>
  )
}
