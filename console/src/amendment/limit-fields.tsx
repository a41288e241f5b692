/** The rules that are one number or one yes for the whole plan. */
import type { Amendment } from '../service/answers.ts'
import { type Faults, FieldFault, faultAttributes } from '../shell/field-fault.tsx'

interface LimitFieldsProps {
  amendment: Amendment
  faults: Faults
  onChange: (amendment: Amendment) => void
}

const upTo = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

const numbers = [
  { field: 'coreSetFloor', label: 'Core lifts keep at least', choices: upTo(1, 10), unit: 'sets' },
  {
    field: 'coreSetCap',
    label: 'Core lifts, when shortened, at most',
    choices: [null, ...upTo(1, 10)],
    unit: 'sets',
  },
  { field: 'accessorySetFloor', label: 'Accessories keep at least', choices: upTo(1, 10), unit: 'sets' },
  { field: 'maxStations', label: 'Stations in a group, at most', choices: upTo(0, 3), unit: '' },
] as const

const switches = [
  { field: 'allowSupersets', label: 'Supersets' },
  { field: 'allowBlocks', label: 'Blocks of three' },
  { field: 'allowSameMusclePairs', label: 'Pairs of one muscle' },
  { field: 'allowCoreSwaps', label: 'Swap core lifts where equipment is not there' },
] as const

export const LimitFields = ({ amendment, faults, onChange }: LimitFieldsProps) => (
  <div class="limit-fields">
    {numbers.map(({ field, label, choices, unit }) => (
      <label key={field}>
        <span>{label}</span>
        <select
          name={field}
          value={amendment[field] === null ? '' : String(amendment[field])}
          {...faultAttributes(faults, field)}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...amendment, [field]: value === '' ? null : Number(value) })
          }
        >
          {choices.map((choice) => (
            <option key={choice} value={choice === null ? '' : String(choice)}>
              {choice === null ? 'no cap' : `${choice} ${unit}`}
            </option>
          ))}
        </select>
        <FieldFault faults={faults} place={field} />
      </label>
    ))}
    <label>
      <span>Seconds kept free at the end</span>
      <input
        name="bufferSeconds"
        type="number"
        min={0}
        max={600}
        step={1}
        value={amendment.bufferSeconds}
        {...faultAttributes(faults, 'bufferSeconds')}
        onInput={({ currentTarget: { valueAsNumber } }) => {
          if (Number.isInteger(valueAsNumber)) onChange({ ...amendment, bufferSeconds: valueAsNumber })
        }}
      />
      <FieldFault faults={faults} place="bufferSeconds" />
    </label>
    <fieldset class="switches">
      <legend>Allowed</legend>
      {switches.map(({ field, label }) => (
        <label key={field} class="check">
          <input
            type="checkbox"
            name={field}
            checked={amendment[field]}
            onChange={({ currentTarget: { checked } }) => onChange({ ...amendment, [field]: checked })}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  </div>
)
