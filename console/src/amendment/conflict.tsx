/** Somebody saved first: both versions, and a choice. Nothing that was typed is lost by looking. */
import { Differences } from './differences.tsx'
import { ruleDifferences } from './spoken-rules.ts'
import type { Editor } from './use-editor.ts'

export const Conflict = ({ editor, nameOf }: { editor: Editor; nameOf: (id: string) => string }) => {
  const { theirs, typed, isBusy, save, takeTheirs } = editor
  if (theirs === undefined) return null
  return (
    <div class="notice trouble" role="alert">
      <p>
        <strong>Somebody else saved version {theirs.version} meanwhile.</strong> What you typed is still here.
        This is where the two differ:
      </p>
      <Differences
        differences={ruleDifferences(theirs.amendment, typed, nameOf)}
        before={`Theirs, version ${theirs.version}`}
        after="Yours"
      />
      <p class="row">
        <button type="button" class="primary" disabled={isBusy} onClick={() => save(typed, theirs.version)}>
          Save mine over theirs
        </button>
        <button type="button" disabled={isBusy} onClick={takeTheirs}>
          Take theirs
        </button>
      </p>
    </div>
  )
}
