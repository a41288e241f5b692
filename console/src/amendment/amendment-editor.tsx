/** The editor itself: rules, what has been changed, saving, and what to do when two coaches edit at once. */
import { useEffect, useState } from 'preact/hooks'
import { mayAmend } from '../plans/may-amend.ts'
import type { Plan, VersionedAmendment } from '../service/answers.ts'
import { useSurroundings } from '../service/context.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { counted } from '../words/figures.ts'
import { Conflict } from './conflict.tsx'
import { Differences } from './differences.tsx'
import { Effect } from './effect.tsx'
import { ExerciseRules } from './exercise-rules.tsx'
import { LimitFields } from './limit-fields.tsx'
import { NeverPairs } from './never-pairs.tsx'
import { exercisesOf } from './rules.ts'
import { ruleDifferences } from './spoken-rules.ts'
import { useEditor } from './use-editor.ts'
import { useTrial } from './use-trial.ts'

export const AmendmentEditor = ({ plan, read }: { plan: Plan; read: VersionedAmendment }) => {
  const { visitor } = useSurroundings()
  const editor = useEditor(plan.id, read)
  const { base, typed, faults, isBusy, replaced, type, save } = editor
  const exercises = exercisesOf(plan, base.amendment)
  const names = new Map(exercises.map(({ id, name }) => [id, name]))
  const nameOf = (id: string): string => names.get(id) ?? id
  const changes = ruleDifferences(base.amendment, typed, nameOf)
  const isAllowed = mayAmend(visitor, plan)
  const [minutes, setMinutes] = useState(45)
  const trial = useTrial({ plan, base, typed, changes: isAllowed ? changes : [], minutes })
  // Contradictions stand at their fields before anybody saves.
  useEffect(() => {
    if (trial.faults !== undefined) editor.judge(trial.faults)
  }, [trial.faults])
  const submit = (event: Event) => {
    event.preventDefault()
    void save(typed, base.version)
  }
  return (
    <div class="columns">
      <form onSubmit={submit} noValidate>
        {!isAllowed && <p class="notice">Only the plan’s coach writes its amendment; you may read it.</p>}
        <fieldset class="bare" disabled={!isAllowed || isBusy}>
          <section class="panel">
            <h2>For the whole plan</h2>
            <LimitFields amendment={typed} faults={faults} onChange={type} />
          </section>
          <section class="panel">
            <h2>For each exercise</h2>
            <ExerciseRules exercises={exercises} amendment={typed} faults={faults} onChange={type} />
          </section>
          <section class="panel">
            <h2>Never together</h2>
            <NeverPairs
              exercises={exercises}
              amendment={typed}
              faults={faults}
              nameOf={nameOf}
              onChange={type}
            />
          </section>
        </fieldset>
      </form>
      <div class="beside">
        <section class="panel saving" aria-labelledby="saving-title">
          <h2 id="saving-title">Your changes</h2>
          <p class="quiet" role="status">
            Version {base.version}.{' '}
            {changes.length === 0
              ? 'Nothing is changed.'
              : `${counted(changes.length, 'change')}, not saved yet.`}
          </p>
          {changes.length > 0 && (
            <Differences differences={changes} before="Saved" after="Yours" alone={trial.alone} />
          )}
          {faults.size > 0 && (
            <p class="fault" role="alert">
              The amendment contradicts itself or its plan; see the marked fields.
              {faults.get('other')?.map((message) => ` ${message}`)}
            </p>
          )}
          <TroubleNotice error={editor.error} />
          <Conflict editor={editor} nameOf={nameOf} />
          {isAllowed && editor.theirs === undefined && (
            <p class="row">
              <button
                type="button"
                class="primary"
                disabled={isBusy || changes.length === 0}
                onClick={() => save(typed, base.version)}
              >
                Save
              </button>
              {changes.length > 0 && (
                <button type="button" disabled={isBusy} onClick={() => type(base.amendment)}>
                  Drop my changes
                </button>
              )}
              {replaced && changes.length === 0 && (
                <button type="button" disabled={isBusy} onClick={() => save(replaced, base.version)}>
                  Undo the last save
                </button>
              )}
            </p>
          )}
        </section>
        <Effect
          plan={plan}
          version={base.version}
          minutes={minutes}
          onMinutes={setMinutes}
          isTyped={isAllowed && changes.length > 0}
          isRefused={faults.size > 0}
          trial={trial}
        />
      </div>
    </div>
  )
}
