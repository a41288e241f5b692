/** Field by field: what the library says, and what the draft says. */
import type { DraftForReview } from '../service/answers.ts'
import { spokenSlug } from '../words/names.ts'
import { spokenValue } from './spoken-value.ts'

export const FieldChanges = ({ changes }: { changes: NonNullable<DraftForReview['changesToLibrary']> }) =>
  changes.length === 0 ? (
    <p>Nothing: the library says the same.</p>
  ) : (
    <table class="differences">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Library</th>
          <th scope="col">Draft</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, from, to }) => (
          <tr key={field}>
            <th scope="row">{spokenSlug(field.replaceAll(/([A-Z])/g, '_$1'))}</th>
            <td>
              <del>{spokenValue(from)}</del>
            </td>
            <td>
              <ins>{spokenValue(to)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
