/** Two exercises that must never share a group. */
import { useState } from 'preact/hooks'
import type { Amendment } from '../service/answers.ts'
import { type Faults, FieldFault } from '../shell/field-fault.tsx'
import { type AmendedExercise, withoutPair, withPair } from './rules.ts'

interface NeverPairsProps {
  exercises: readonly AmendedExercise[]
  amendment: Amendment
  faults: Faults
  nameOf: (exerciseId: string) => string
  onChange: (amendment: Amendment) => void
}

export const NeverPairs = ({ exercises, amendment, faults, nameOf, onChange }: NeverPairsProps) => {
  const first = exercises[0]?.id ?? ''
  const [one, setOne] = useState(first)
  const [other, setOther] = useState(exercises[1]?.id ?? first)
  const options = exercises.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
  return (
    <>
      <ul class="pairs">
        {amendment.neverPair.map((entry, index) =>
          entry.length === 1 ? null : (
            <li key={entry.join(' ')}>
              <span>{entry.map(nameOf).join(' and ')}</span>
              <button type="button" class="link" onClick={() => onChange(withoutPair(amendment, index))}>
                remove<span class="unseen"> {entry.map(nameOf).join(' and ')}</span>
              </button>
              <FieldFault faults={faults} place={`pair ${index}`} />
            </li>
          ),
        )}
      </ul>
      <div class="row">
        <label>
          <span>Never</span>
          <select value={one} onChange={({ currentTarget }) => setOne(currentTarget.value)}>
            {options}
          </select>
        </label>
        <label>
          <span>together with</span>
          <select value={other} onChange={({ currentTarget }) => setOther(currentTarget.value)}>
            {options}
          </select>
        </label>
        <button type="button" onClick={() => onChange(withPair(amendment, one, other))}>
          Add
        </button>
      </div>
    </>
  )
}
