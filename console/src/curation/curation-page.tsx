/** The board of movement drafts, and the draft that is looked at. */
import { useEffect, useState } from 'preact/hooks'
import { PageTitle } from '../shell/page-title.tsx'
import { Column } from './column.tsx'
import { DraftPanel } from './draft-panel.tsx'
import { columns } from './states.ts'

/** Six columns ask the service: once a word, not once a letter. */
const typingPauseMs = 250

export const CurationPage = ({ draftId }: { draftId?: string | undefined }) => {
  const [search, setSearch] = useState('')
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(search.trim()), typingPauseMs)
    return () => window.clearTimeout(timer)
  }, [search])
  const [round, setRound] = useState(0)
  return (
    <>
      <PageTitle title="Movement curation" />
      <label class="search">
        <span>Search</span>
        <input
          type="search"
          value={search}
          placeholder="a slug, a name, an alias"
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </label>
      <div class="curation" data-open={draftId !== undefined}>
        {draftId !== undefined && (
          <DraftPanel key={draftId} draftId={draftId} onMoved={() => setRound((before) => before + 1)} />
        )}
        <div class="board">
          {columns.map(({ status, title }) => (
            <Column
              key={status}
              status={status}
              title={title}
              search={settled}
              round={round}
              chosenId={draftId}
            />
          ))}
        </div>
      </div>
    </>
  )
}
