/** What the release brings meets what curation asks of everybody. */
import t from 'tap'
import { checkDraft } from '../../../domain/curation/check-draft.ts'
import { movementOf } from '../../../domain/curation/complete-draft.ts'
import { draftOf } from '../../../domain/curation/movement-draft.ts'
import { nameClaims } from '../../../domain/curation/name-key.ts'
import { movementsOfRelease } from '../../../movements/movements-of-release.ts'

t.test('every movement of the release is its own draft, checked and published again', async (t) => {
  for (const movement of movementsOfRelease) {
    const checked = checkDraft(draftOf(movement))
    const again = checked.ok ? movementOf(checked.value) : undefined
    // Aliases that are only another spelling of one before are the only thing that a draft leaves out.
    t.same(again, { ...movement, aliases: again?.aliases }, `${movement.slug} ${JSON.stringify(checked)}`)
  }
})

t.test('no name belongs to two of them', async (t) => {
  const owners = new Map<string, string>()
  for (const movement of movementsOfRelease) {
    for (const { key, name } of nameClaims(draftOf(movement))) {
      t.equal(owners.get(key) ?? movement.slug, movement.slug, name)
      owners.set(key, movement.slug)
    }
  }
})
