/** Two amendments side by side, only where they differ. */
import type { RuleDifference } from './spoken-rules.ts'

interface DifferencesProps {
  differences: readonly RuleDifference[]
  before: string
  after: string
  /** What each does alone, by its key; a column of its own where it is given. */
  alone?: ReadonlyMap<string, string>
}

export const Differences = ({ differences, before, after, alone }: DifferencesProps) => (
  <table class="differences">
    <thead>
      <tr>
        <th scope="col">Rule</th>
        <th scope="col">{before}</th>
        <th scope="col">{after}</th>
        {alone && <th scope="col">Alone</th>}
      </tr>
    </thead>
    <tbody>
      {differences.map(({ key, label, before: old, after: now }) => (
        <tr key={key}>
          <th scope="row">{label}</th>
          <td>{old}</td>
          <td class="after">{now}</td>
          {alone && <td class="alone">{alone.get(key)}</td>}
        </tr>
      ))}
    </tbody>
  </table>
)
