/** The fields of a draft, to write in. Words of muscles and equipment may be any that the vocabulary knows. */
import type { Draft } from '../service/answers.ts'
import { FieldFault, faultAttributes } from '../shell/field-fault.tsx'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { counted } from '../words/figures.ts'
import { spokenSlug } from '../words/names.ts'
import type { DraftText } from './draft-text.ts'
import { textOf } from './draft-text.ts'
import type { DraftEditor } from './use-draft-editor.ts'

type Words<Field extends 'pattern' | 'mechanic' | 'level'> = Readonly<Record<NonNullable<Draft[Field]>, true>>

/** Records, not lists: the type sees to it that none is missing. */
const patterns: Words<'pattern'> = {
  squat: true,
  hinge: true,
  lunge: true,
  horizontal_push: true,
  vertical_push: true,
  horizontal_pull: true,
  vertical_pull: true,
  carry: true,
  trunk: true,
  isolation: true,
  jump: true,
  olympic: true,
  conditioning: true,
  mobility: true,
}
const mechanics: Words<'mechanic'> = { compound: true, isolation: true }
const levels: Words<'level'> = { beginner: true, intermediate: true, advanced: true }

const choices = [
  { field: 'pattern', label: 'Pattern', words: Object.keys(patterns) },
  { field: 'mechanic', label: 'Mechanic', words: Object.keys(mechanics) },
  { field: 'level', label: 'Level', words: Object.keys(levels) },
] as const

const lines = [
  { field: 'name', label: 'Name', hint: '' },
  { field: 'slug', label: 'Slug', hint: 'made from the name when left empty' },
] as const

const details = [
  { field: 'equipment', label: 'Equipment', hint: 'such as barbell' },
  { field: 'station', label: 'Station', hint: 'only where the equipment does not tell it' },
  { field: 'setupSeconds', label: 'Set-up seconds', hint: 'only where it is not the usual' },
] as const

const lists = [
  { field: 'primaryMuscles', label: 'Primary muscles' },
  { field: 'secondaryMuscles', label: 'Secondary muscles' },
  { field: 'aliases', label: 'Aliases' },
  { field: 'tags', label: 'Tags' },
] as const

interface FieldProps {
  editor: DraftEditor
  field: keyof DraftText
  label: string
}

const Line = ({ editor: { text, faults, type }, field, label, hint }: FieldProps & { hint: string }) => (
  <div class="field">
    <label>
      <span>{label}</span>
      <input
        name={field}
        value={text[field]}
        placeholder={hint}
        autocomplete="off"
        {...faultAttributes(faults, field)}
        onInput={({ currentTarget: { value } }) => type({ ...text, [field]: value })}
      />
    </label>
    <FieldFault faults={faults} place={field} />
  </div>
)

const Choice = ({
  editor: { text, faults, type },
  field,
  label,
  words,
}: FieldProps & { words: readonly string[] }) => (
  <div class="field">
    <label>
      <span>{label}</span>
      <select
        name={field}
        value={text[field]}
        {...faultAttributes(faults, field)}
        onChange={({ currentTarget: { value } }) => type({ ...text, [field]: value })}
      >
        <option value="">open</option>
        {words.map((word) => (
          <option key={word} value={word}>
            {spokenSlug(word)}
          </option>
        ))}
      </select>
    </label>
    <FieldFault faults={faults} place={field} />
  </div>
)

const List = ({ editor: { text, faults, type }, field, label }: FieldProps) => (
  <div class="field">
    <label>
      <span>{label}, one a line</span>
      <textarea
        name={field}
        rows={Math.max(2, text[field].split('\n').length)}
        value={text[field]}
        {...faultAttributes(faults, field)}
        onInput={({ currentTarget: { value } }) => type({ ...text, [field]: value })}
      />
    </label>
    <FieldFault faults={faults} place={field} />
  </div>
)

const differentFields = (theirs: Draft, text: DraftText): string[] => {
  const other = textOf(theirs)
  return (Object.keys(text) as (keyof DraftText)[])
    .filter((field) => other[field] !== text[field])
    .map((field) => spokenSlug(field.replaceAll(/([A-Z])/g, '_$1')).toLowerCase())
}

const Conflict = ({ editor: { theirs, text, isBusy, save, takeTheirs } }: { editor: DraftEditor }) => {
  if (theirs === undefined) return null
  const different = differentFields(theirs, text)
  return (
    <div class="notice trouble" role="alert">
      <p>
        <strong>Somebody else saved version {theirs.version} meanwhile.</strong> What you typed is still here.
        It differs from theirs in {counted(different.length, 'field')}
        {different.length > 0 && `: ${different.join(', ')}`}.
      </p>
      <p class="row">
        <button type="button" class="primary" disabled={isBusy} onClick={save}>
          Save mine over theirs
        </button>
        <button type="button" disabled={isBusy} onClick={takeTheirs}>
          Take theirs
        </button>
      </p>
    </div>
  )
}

export const DraftForm = ({ editor, onClose }: { editor: DraftEditor; onClose: () => void }) => {
  const { faults, error, theirs, isBusy, save, drop } = editor
  const submit = (event: Event) => {
    event.preventDefault()
    void save()
  }
  return (
    <form class="draft-form" onSubmit={submit} noValidate>
      <fieldset class="bare" disabled={isBusy}>
        {lines.map((line) => (
          <Line key={line.field} editor={editor} {...line} />
        ))}
        <div class="choices">
          {choices.map((choice) => (
            <Choice key={choice.field} editor={editor} {...choice} />
          ))}
        </div>
        {details.map((line) => (
          <Line key={line.field} editor={editor} {...line} />
        ))}
        {lists.map((list) => (
          <List key={list.field} editor={editor} {...list} />
        ))}
      </fieldset>
      {faults.size > 0 && (
        <p class="fault" role="alert">
          Something is not right yet; see the marked fields. {faults.get('other')?.join('; ')}
        </p>
      )}
      <TroubleNotice error={error} />
      <Conflict editor={editor} />
      {theirs === undefined && (
        <p class="row">
          <button type="submit" class="primary" disabled={isBusy}>
            Save
          </button>
          <button
            type="button"
            disabled={isBusy}
            onClick={() => {
              drop()
              onClose()
            }}
          >
            Cancel
          </button>
        </p>
      )}
    </form>
  )
}
