/** The Coach's Amendment, article by article, each checked on this answer. */
import type { Model, SessionAnswer } from '../service/answers.ts'

export const Articles = ({ model, answer }: { model: Model; answer: SessionAnswer }) => {
  const held = new Map(answer.amendment.map(({ id, held: isHeld }) => [id, isHeld]))
  const count = [...held.values()].filter(Boolean).length
  return (
    <section class="panel articles" aria-labelledby="articles-title">
      <h2 id="articles-title">The Coach’s Amendment</h2>
      <p class="quiet">
        {count} of {held.size} articles hold.
      </p>
      <ul>
        {model.articles.map(({ id, title, statement }) => (
          <li key={id}>
            <details>
              <summary>
                <span
                  class={held.get(id) ? 'tick' : 'tick broken'}
                  role="img"
                  aria-label={held.get(id) ? 'holds' : 'broken'}
                >
                  {held.get(id) ? '✓' : '✗'}
                </span>
                <span class="article-id">{id}</span> {title}
              </summary>
              <p>{statement}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
