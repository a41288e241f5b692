/** Fractional sets of each muscle, before as an outline and now as what fills it. */
import type { SessionAnswer } from '../service/answers.ts'
import { sets } from '../words/figures.ts'
import { spokenSlug } from '../words/names.ts'

export const Muscles = ({ answer }: { answer: SessionAnswer }) => {
  const muscles = [...answer.retained.muscles].sort((one, other) => other.before - one.before)
  const most = Math.max(1, ...muscles.map(({ before, after }) => Math.max(before, after)))
  return (
    <section class="panel" aria-labelledby="muscles-title">
      <h2 id="muscles-title">Sets for each muscle</h2>
      <table class="muscles">
        <thead class="unseen">
          <tr>
            <th scope="col">Muscle</th>
            <th scope="col">Share</th>
            <th scope="col">Sets now, of sets in the programme</th>
          </tr>
        </thead>
        <tbody>
          {muscles.map(({ muscle, before, after }) => (
            <tr key={muscle}>
              <th scope="row">{spokenSlug(muscle)}</th>
              <td>
                <span class="muscle-bar" style={{ width: `${(100 * before) / most}%` }}>
                  <i style={{ width: `${(100 * after) / (before || 1)}%` }} />
                </span>
              </td>
              <td class="muscle-figures">
                <b>{sets(after)}</b>
                {after !== before && <span class="quiet"> of {sets(before)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet small">Plain fractional sets: 1 for a main muscle, ½ for a helping one.</p>
    </section>
  )
}
