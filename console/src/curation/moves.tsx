/** The moves of a draft, on the version that was read, with a word to them. */
import { useState } from 'preact/hooks'
import type { DraftForReview } from '../service/answers.ts'
import { useSurroundings } from '../service/context.ts'
import { Problem } from '../service/trouble.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { type Move, moveTitles } from './states.ts'

export const Moves = ({ draft, onMoved }: { draft: DraftForReview; onMoved: () => void }) => {
  const { service } = useSurroundings()
  const [comment, setComment] = useState('')
  const [fault, setFault] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setIsBusy] = useState(false)
  const moves = draft.moves.filter((move): move is Move => move !== 'update')
  if (moves.length === 0) return null

  const make = async (move: Move) => {
    setError(undefined)
    setFault(undefined)
    const said = comment.trim()
    if (move === 'request-changes' && said === '') {
      setFault('Say what should change.')
      return
    }
    setIsBusy(true)
    try {
      await service.send('POST', `/api/internal/curation/movements/${draft.id}/${move}`, {
        body: said === '' ? {} : { comment: said },
        version: draft.version,
      })
      setComment('')
      onMoved()
    } catch (failure) {
      const isStale = failure instanceof Problem && failure.code === 'version_conflict'
      if (isStale) {
        setFault('Somebody else has moved or changed this draft; it is shown anew. Look, then decide again.')
        onMoved()
      } else if (failure instanceof Problem && failure.faults.length > 0) {
        setFault(failure.faults.map(({ path, message }) => `${path.slice(1)} ${message}`).join('; '))
      } else setError(failure)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <div class="moves">
      <label>
        <span>Comment</span>
        <textarea
          rows={2}
          maxLength={2_000}
          value={comment}
          aria-invalid={fault !== undefined}
          aria-describedby="move-fault"
          onInput={({ currentTarget }) => setComment(currentTarget.value)}
        />
      </label>
      <p class="fault" id="move-fault" role="status">
        {fault}
      </p>
      <TroubleNotice error={error} />
      <p class="row">
        {moves.map((move, index) => (
          <button
            type="button"
            key={move}
            class={index === 0 ? 'primary' : ''}
            disabled={isBusy}
            onClick={() => make(move)}
          >
            {moveTitles[move]}
          </button>
        ))}
      </p>
    </div>
  )
}
