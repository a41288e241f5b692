/** The board of movement drafts, and the draft that is looked at. */
import { useState } from 'preact/hooks'
import { PageTitle } from '../shell/page-title.tsx'
import { hrefOf } from '../shell/route.ts'
import { useSettled } from '../shell/use-settled.ts'
import { Column } from './column.tsx'
import { DraftPanel } from './draft-panel.tsx'
import { NewDraft } from './new-draft.tsx'
import { columns } from './states.ts'

export const CurationPage = ({ draftId }: { draftId?: string | undefined }) => {
  const [search, setSearch] = useState('')
  const settled = useSettled(search.trim())
  const [round, setRound] = useState(0)
  const moved = () => setRound((before) => before + 1)
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
      <p class="board-actions">
        <a class="button" href={hrefOf({ page: 'curation', draftId: 'new' })}>
          New movement
        </a>
      </p>
      <div class="curation" data-open={draftId !== undefined}>
        {draftId === 'new' && <NewDraft onSaved={moved} />}
        {draftId !== undefined && draftId !== 'new' && (
          <DraftPanel key={draftId} draftId={draftId} onMoved={moved} />
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
