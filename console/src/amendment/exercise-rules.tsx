/** What the coach says of each exercise: pin or ban, how much it matters, and whether it may be grouped. */
import type { Amendment } from '../service/answers.ts'
import { type Faults, FieldFault, faultAttributes } from '../shell/field-fault.tsx'
import { counted } from '../words/figures.ts'
import {
  type AmendedExercise,
  isNeverGrouped,
  minSetsOf,
  type Priority,
  type Rule,
  ruleOf,
  withMinSets,
  withNeverGrouped,
  withPriority,
  withRule,
} from './rules.ts'

interface ExerciseRulesProps {
  exercises: readonly AmendedExercise[]
  amendment: Amendment
  faults: Faults
  onChange: (amendment: Amendment) => void
}

const Row = ({
  exercise,
  ...rest
}: { exercise: AmendedExercise } & Omit<ExerciseRulesProps, 'exercises'>) => {
  const { amendment, faults, onChange } = rest
  const { id, name, sets, isCore, isInPlan } = exercise
  const rule = ruleOf(amendment, id)
  const place = `exercise ${id}`
  return (
    <li class="exercise-rule" data-rule={rule}>
      <p class="exercise-name">
        {name} {isCore && <span class="tag core">core</span>}
        {!isInPlan && <span class="tag">no longer in the plan</span>}
      </p>
      <label>
        <select
          value={rule}
          {...faultAttributes(faults, place)}
          aria-label={`Rule for ${name}`}
          onChange={({ currentTarget }) => onChange(withRule(amendment, id, currentTarget.value as Rule))}
        >
          <option value="free">free</option>
          <option value="pinned">pinned</option>
          <option value="banned">banned</option>
        </select>
      </label>
      {rule === 'pinned' && (
        <label>
          <select
            value={String(minSetsOf(amendment, id) ?? '')}
            aria-label={`Sets that ${name} keeps`}
            onChange={({ currentTarget: { value } }) =>
              onChange(withMinSets(amendment, id, value === '' ? undefined : Number(value)))
            }
          >
            <option value="">all sets</option>
            {Array.from({ length: sets }, (_, index) => (
              <option key={index} value={String(index + 1)}>
                {counted(index + 1, 'set')}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <select
          value={amendment.priorities[id] ?? 'normal'}
          aria-label={`Priority of ${name}`}
          onChange={({ currentTarget }) =>
            onChange(withPriority(amendment, id, currentTarget.value as Priority))
          }
        >
          <option value="high">high priority</option>
          <option value="normal">normal priority</option>
          <option value="low">low priority</option>
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={isNeverGrouped(amendment, id)}
          onChange={({ currentTarget }) => onChange(withNeverGrouped(amendment, id, currentTarget.checked))}
        />
        <span>
          never grouped<span class="unseen">: {name}</span>
        </span>
      </label>
      <FieldFault faults={faults} place={place} />
    </li>
  )
}

export const ExerciseRules = ({ exercises, ...rest }: ExerciseRulesProps) => (
  <ul class="exercise-rules">
    {exercises.map((exercise) => (
      <Row key={exercise.id} exercise={exercise} {...rest} />
    ))}
  </ul>
)
