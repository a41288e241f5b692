/** Two amendments side by side, only where they differ. */
import type { RuleDifference } from './spoken-rules.ts'

interface DifferencesProps {
  differences: readonly RuleDifference[]
  before: string
  after: string
}

export const Differences = ({ differences, before, after }: DifferencesProps) => (
  <table class="differences">
    <thead>
      <tr>
        <th scope="col">Rule</th>
        <th scope="col">{before}</th>
        <th scope="col">{after}</th>
      </tr>
    </thead>
    <tbody>
      {differences.map(({ key, label, before: old, after: now }) => (
        <tr key={key}>
          <th scope="row">{label}</th>
          <td>{old}</td>
          <td>{now}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
