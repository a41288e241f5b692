/** The line above everything: where one is, who one is. */
import type { Visitor } from '../service/visitor.ts'
import { hrefOf } from './route.ts'

const mayCurate = ({ roles }: Visitor): boolean => roles.includes('curator') || roles.includes('admin')

export const Header = ({ visitor, onLeave }: { visitor: Visitor; onLeave: () => void }) => (
  <header class="masthead">
    <a class="masthead-name" href={hrefOf({ page: 'plans' })}>
      <span class="mark" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      Planning Engine
    </a>
    <nav aria-label="Console">
      <a href={hrefOf({ page: 'plans' })}>Plans</a>
      {mayCurate(visitor) && <a href={hrefOf({ page: 'curation' })}>Curation</a>}
    </nav>
    <p class="visitor">
      <span class="visitor-id">{visitor.id}</span> <span class="quiet">{visitor.roles.join(', ')}</span>
    </p>
    <button type="button" class="plain" onClick={onLeave}>
      Sign out
    </button>
  </header>
)
