/** The plans one owns and those one coaches, found by typing. */
import { useState } from 'preact/hooks'
import type { PlanSummary } from '../service/answers.ts'
import { useAnswer } from '../service/context.ts'
import { PageTitle } from '../shell/page-title.tsx'
import { hrefOf } from '../shell/route.ts'
import { TroubleNotice } from '../shell/trouble-notice.tsx'
import { counted } from '../words/figures.ts'
import { loadPlans } from './load-plans.ts'

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const found = (plans: readonly PlanSummary[], search: string): PlanSummary[] => {
  const words = plain(search).split(/\s+/)
  return plans.filter((plan) => {
    const text = plain(`${plan.name} ${plan.ownerId} ${plan.coachId ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}

const Group = ({ title, plans }: { title: string; plans: readonly PlanSummary[] }) =>
  plans.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="plan-list">
        {plans.map(({ id, name, version, ownerId, coachId, updatedAt }) => (
          <li key={id}>
            <a href={hrefOf({ page: 'plan', planId: id })}>
              <span class="plan-name">{name}</span>
              <span class="quiet">
                version {version}, {updatedAt.slice(0, 10)} · of {ownerId}
                {coachId && ` · coached by ${coachId}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )

export const PlanList = () => {
  const { value, error, isLoading, again } = useAnswer('plans', loadPlans)
  const [search, setSearch] = useState('')
  const owned = found(value?.owned ?? [], search)
  const coached = found(value?.coached ?? [], search)
  const count = owned.length + coached.length
  const isEmpty = value !== undefined && value.owned.length + value.coached.length === 0

  return (
    <>
      <PageTitle title="Plans" />
      <TroubleNotice error={error} onAgain={again} />
      <label class="search">
        <span>Search</span>
        <input
          type="search"
          value={search}
          placeholder="a name, an athlete, a coach"
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </label>
      <p class="quiet" role="status">
        {isLoading && value === undefined ? 'Loading …' : value && !isEmpty && counted(count, 'plan')}
        {value?.isCut && ', of the newest 2,000'}
      </p>
      {isEmpty && <p>There is no plan yet that you own or coach.</p>}
      <Group title="Coached by you" plans={coached} />
      <Group title="Your own" plans={owned} />
    </>
  )
}
