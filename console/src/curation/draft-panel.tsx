/** One draft: what it says, to read or to write, what publishing it would change, who did what, and the moves that its state allows. */
import { useState } from 'preact/hooks'
import type { AuditEntry, DraftForReview, Page } from '../service/answers.ts'
import { useAnswer } from '../service/context.ts'
import { hrefOf } from '../shell/route.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { spokenSlug } from '../words/names.ts'
import { DraftForm } from './draft-form.tsx'
import { FieldChanges } from './field-changes.tsx'
import { Moves } from './moves.tsx'
import { spokenValue } from './spoken-value.ts'
import { titleOf } from './states.ts'
import { draftsPath, hasUnsaved, useDraftEditor } from './use-draft-editor.ts'

const fields = [
  'pattern',
  'mechanic',
  'level',
  'equipment',
  'primaryMuscles',
  'secondaryMuscles',
  'station',
  'setupSeconds',
  'aliases',
  'tags',
] as const

const DraftFields = ({ draft, onEdit }: { draft: DraftForReview; onEdit: () => void }) => (
  <>
    <dl class="draft-fields">
      {fields.map((field) => (
        <div key={field}>
          <dt>{spokenSlug(field.replaceAll(/([A-Z])/g, '_$1'))}</dt>
          <dd>{spokenValue(draft[field])}</dd>
        </div>
      ))}
    </dl>
    {draft.moves.includes('update') && (
      <button type="button" onClick={onEdit}>
        Edit
      </button>
    )}
  </>
)

interface EditDraftProps {
  draft: DraftForReview
  onSaved: () => void
  onClose: () => void
}

const EditDraft = ({ draft, onSaved, onClose }: EditDraftProps) => {
  const editor = useDraftEditor(draft, () => {
    onClose()
    onSaved()
  })
  return <DraftForm editor={editor} onClose={onClose} />
}

export const DraftPanel = ({ draftId, onMoved }: { draftId: string; onMoved: () => void }) => {
  const path = `${draftsPath}/${encodeURIComponent(draftId)}`
  const [isEdited, setIsEdited] = useState(hasUnsaved(draftId))
  const { value, error, isLoading, again } = useAnswer(draftId, async (service, signal) => {
    const [draft, audit] = await Promise.all([
      service.get<DraftForReview>(path, signal),
      service.get<Page<AuditEntry>>(`${path}/audit?limit=20`, signal),
    ])
    return { draft, audit: audit.items }
  })
  const refresh = () => {
    again()
    onMoved()
  }
  return (
    <section class="panel draft" aria-labelledby="draft-title">
      <p class="crumbs">
        <a href={hrefOf({ page: 'curation' })}>Close</a>
      </p>
      <h2 id="draft-title">{value?.draft.name ?? 'Draft'}</h2>
      {isLoading && value === undefined && <p class="quiet">Loading …</p>}
      <TroubleNotice error={error} onAgain={again} />
      {value && (
        <>
          <p class="quiet">
            {titleOf(value.draft.status)} · version {value.draft.version} · {value.draft.slug} · by{' '}
            {value.draft.authors.join(', ') || value.draft.source || 'nobody'}
          </p>
          {isEdited ? (
            <EditDraft draft={value.draft} onSaved={refresh} onClose={() => setIsEdited(false)} />
          ) : (
            <DraftFields draft={value.draft} onEdit={() => setIsEdited(true)} />
          )}
          <h3>What publishing would change</h3>
          {value.draft.changesToLibrary === null ? (
            <p>It is a new movement: everything above.</p>
          ) : (
            <FieldChanges changes={value.draft.changesToLibrary} />
          )}
          {!isEdited && <Moves draft={value.draft} onMoved={refresh} />}
          <h3>What happened</h3>
          <ol class="audit">
            {value.audit.map(({ version, at, actorId, action, to, comment }) => (
              <li key={version}>
                <span class="quiet small">{at.slice(0, 16).replace('T', ' ')}</span> {actorId}: {action} →{' '}
                {titleOf(to)}
                {comment && <q>{comment}</q>}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
