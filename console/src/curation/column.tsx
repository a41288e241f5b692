/** The drafts of one state, newest first. */
import type { Draft, Page } from '../service/answers.ts'
import { useAnswer } from '../service/context.ts'
import { hrefOf } from '../shell/route.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import type { Status } from './states.ts'

interface ColumnProps {
  status: Status
  title: string
  search: string
  /** Rises with every move, which may have changed any column. */
  round: number
  chosenId: string | undefined
}

const pageSize = 50

export const Column = ({ status, title, search, round, chosenId }: ColumnProps) => {
  const query = `status=${status}&limit=${pageSize}${search === '' ? '' : `&search=${encodeURIComponent(search)}`}`
  const { value, error, isLoading, again } = useAnswer(`${query} ${round}`, (service, signal) =>
    service.get<Page<Draft>>(`/api/internal/curation/movements?${query}`, signal),
  )
  const drafts = value?.items ?? []
  return (
    <section class="board-column" aria-labelledby={`column-${status}`}>
      <h2 id={`column-${status}`}>
        {title}{' '}
        <span class="quiet">{value && `${drafts.length}${value.nextCursor === null ? '' : '+'}`}</span>
      </h2>
      <TroubleNotice error={error} onAgain={again} />
      {isLoading && value === undefined && <p class="quiet small">Loading …</p>}
      <ul>
        {drafts.map(({ id, name, slug, authors, equipment, source }) => (
          <li key={id}>
            <a
              href={hrefOf({ page: 'curation', draftId: id })}
              {...(id === chosenId && { 'aria-current': 'true' as const })}
            >
              <strong>{name}</strong>
              <span class="quiet small">
                {[equipment, authors.join(', ') || source].filter(Boolean).join(' · ') || slug}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
