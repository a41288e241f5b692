/** What went wrong, in a sentence, and the way on. */
import { spokenTrouble } from '../service/trouble.ts'

export const TroubleNotice = ({ error, onAgain }: { error: unknown; onAgain?: () => void }) => {
  if (error === undefined) return null
  const { title, detail } = spokenTrouble(error)
  return (
    <div class="notice trouble" role="alert">
      <p>
        <strong>{title}.</strong> {detail}
      </p>
      {onAgain && (
        <button type="button" onClick={onAgain}>
          Try again
        </button>
      )}
    </div>
  )
}
