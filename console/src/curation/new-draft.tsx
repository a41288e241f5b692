/** A movement that nobody has begun yet. */
import { go, hrefOf } from '../shell/route.ts'
import { DraftForm } from './draft-form.tsx'
import { useDraftEditor } from './use-draft-editor.ts'

export const NewDraft = ({ onSaved }: { onSaved: () => void }) => {
  const editor = useDraftEditor(undefined, ({ id }) => {
    onSaved()
    go({ page: 'curation', draftId: id })
  })
  return (
    <section class="panel draft" aria-labelledby="draft-title">
      <p class="crumbs">
        <a href={hrefOf({ page: 'curation' })}>Close</a>
      </p>
      <h2 id="draft-title">New movement</h2>
      <p class="quiet">Only the name is needed to begin; what is open is needed before it is submitted.</p>
      <DraftForm editor={editor} onClose={() => go({ page: 'curation' })} />
    </section>
  )
}
