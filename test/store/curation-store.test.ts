/** The curation store, on every kind of database that can be had here. */
import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import t from 'tap'
import type { DraftDocument } from '../../domain/curation/movement-draft.ts'
import { importBatch, readKnownDrafts } from '../../store/curation-import.ts'
import type { Written } from '../../store/curation-outcome.ts'
import type { LibraryWriter } from '../../store/curation-publish.ts'
import type { StoredDraft } from '../../store/curation-row.ts'
import { createCurationStore, type DraftPosition } from '../../store/curation-store.ts'
import { createMovementStore } from '../../store/movement-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { movementDraft } from '../domain/curation/build-draft.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

const author = { actorId: 'curator-1' }
const reviewer = { actorId: 'curator-2' }

let made = 0
/** A draft whose names nobody else in this file has. */
const fresh = (change: Partial<DraftDocument> = {}) => {
  made += 1
  return movementDraft({ name: `Move ${made}`, aliases: [], ...change })
}

const stored = (written: Written): StoredDraft => {
  if (!written.ok) throw new Error(written.reason)
  return written.stored
}

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    const movements = createMovementStore(knex)
    const store = createCurationStore(knex, randomUUID, movements)

    const findOpen = async (slug: string) => {
      const id = (await store.openDraftsOf([slug])).get(slug)
      return id === undefined ? undefined : store.find(id)
    }
    const approved = async (change: Partial<DraftDocument> = {}) => {
      const draft = stored(await store.create(fresh(change), author))
      const to = { move: 'submit', to: 'READY_FOR_REVIEW', submittedBy: 'curator-1' } as const
      const submitted = stored(await store.review(draft, to, author))
      return stored(await store.review(submitted, { move: 'approve', to: 'APPROVED' }, reviewer))
    }
    const publish = (draft: StoredDraft) => store.publish(draft, reviewer)

    t.test('what is created is read back as it was', async (t) => {
      const draft = fresh({ aliases: ['Ünïcode 💪 \'"\\ $1 ? ??'], tags: ['a', 'b'] })
      const created = stored(await store.create(draft, { ...author, comment: 'why' }))
      t.match(created, {
        status: 'DRAFT',
        version: 1,
        authors: ['curator-1'],
        reviewerId: null,
        source: null,
      })
      t.same(created.draft, draft)
      t.same(await store.find(created.id), created)
      t.same(await findOpen(draft.slug), created)
      for (const odd of [randomUUID(), '', 'x', `${created.id}\n`, '\0']) {
        t.equal(await store.find(odd), undefined, JSON.stringify(odd))
      }
      t.match(await store.audit(created.id, 10), [
        { version: 1, action: 'create', from: null, to: 'DRAFT', actorId: 'curator-1', comment: 'why' },
      ])
    })

    t.test('update: one version up, the editor is an author, a stale version writes nothing', async (t) => {
      const created = stored(await store.create(fresh(), author))
      const next = { ...created.draft, level: 'beginner' as const }
      const updated = stored(await store.update(created, next, reviewer))
      t.match(updated, { version: 2, authors: ['curator-1', 'curator-2'], draft: { level: 'beginner' } })
      t.same(await store.update(created, { ...next, level: null }, author), { ok: false, reason: 'stale' })
      t.same(await store.find(created.id), updated)
      t.match(await store.audit(created.id, 1), [
        { version: 2, changes: [{ field: 'level', from: 'advanced', to: 'beginner' }] },
      ])
    })

    t.test('one open draft a slug, one slug a name; what is refused leaves nothing behind', async (t) => {
      const one = stored(await store.create(fresh({ aliases: ['Shared Alias'] }), author))
      const again = await store.create(
        movementDraft({ slug: one.draft.slug, name: 'Else', aliases: [] }),
        author,
      )
      t.same(again, { ok: false, reason: 'slug_open', draftId: one.id })
      const other = await store.create(fresh({ aliases: ['Free Alias', 'shared-alias'] }), author)
      t.match(other, {
        ok: false,
        reason: 'names_taken',
        taken: [{ path: '/aliases/1', name: 'shared-alias', owner: one.draft.slug }],
      })
      t.equal((await store.create(fresh({ aliases: ['Free Alias'] }), author)).ok, true)
      const freed = stored(await store.update(one, { ...one.draft, aliases: [] }, author))
      t.equal(
        (await store.create(fresh({ aliases: ['Shared Alias'] }), author)).ok,
        true,
        'freed by an update',
      )
      const third = stored(await store.create(fresh(), author))
      t.match(await store.update(third, { ...third.draft, slug: freed.draft.slug }, author), {
        ok: false,
        reason: 'slug_open',
      })
    })

    t.test('of many that claim a name at once, one gets it', async (t) => {
      const drafts = Array.from({ length: 6 }, (_, index) =>
        fresh({ aliases: index % 2 ? ['Rush A', 'Rush B'] : ['Rush B', 'Rush A'] }),
      )
      const results = await Promise.all(drafts.map((draft) => store.create(draft, author)))
      t.equal(results.filter(({ ok }) => ok).length, 1)
      t.ok(results.every((result) => result.ok || result.reason === 'names_taken'))
    })

    t.test('of many moves on one version exactly one succeeds', async (t) => {
      const draft = stored(await store.create(fresh(), author))
      const to = { move: 'submit', to: 'READY_FOR_REVIEW', submittedBy: 'curator-1' } as const
      const results = await Promise.all(Array.from({ length: 6 }, () => store.review(draft, to, author)))
      t.equal(results.filter(({ ok }) => ok).length, 1)
      t.match(await store.find(draft.id), {
        version: 2,
        status: 'READY_FOR_REVIEW',
        submittedBy: 'curator-1',
      })
      t.equal((await store.audit(draft.id, 10)).length, 2)
    })

    t.test('of many publications exactly one succeeds, and the library has it once', async (t) => {
      const draft = await approved()
      const results = await Promise.all(Array.from({ length: 6 }, () => publish(draft)))
      t.equal(results.filter(({ ok }) => ok).length, 1)
      t.ok(results.every((result) => result.ok || result.reason === 'stale'))
      t.match(await store.find(draft.id), { status: 'PUBLISHED', version: 4 })
      t.match(await movements.findBySlug(draft.draft.slug), {
        version: 1,
        movement: { slug: draft.draft.slug },
      })
      t.equal((await store.audit(draft.id, 10)).filter(({ action }) => action === 'publish').length, 1)
    })

    t.test(
      'a publication that fails at the library leaves draft, names and audit as they were',
      async (t) => {
        const broken: LibraryWriter = {
          publish: async () => {
            throw new Error('the library is broken')
          },
          archive: movements.archive,
          findBySlug: movements.findBySlug,
        }
        const draft = await approved()
        const failing = createCurationStore(knex, randomUUID, broken)
        await t.rejects(failing.publish(draft, reviewer), { message: 'the library is broken' })
        t.same(await store.find(draft.id), draft)
        t.equal((await store.audit(draft.id, 10)).length, 3)
        t.equal((await publish(draft)).ok, true)
      },
    )

    t.test('a new version takes the place of the published draft; archiving frees the names', async (t) => {
      const first = stored(await publish(await approved({ aliases: ['Old Alias'] })))
      const { slug, name } = first.draft
      const second = stored(await publish(await approved({ slug, name, aliases: ['New Alias'] })))
      t.match(await store.find(first.id), { status: 'ARCHIVED', version: 5 })
      t.match(await store.audit(first.id, 1), [
        { action: 'supersede', from: 'PUBLISHED', to: 'ARCHIVED', comment: new RegExp(second.id) },
      ])
      t.same((await movements.findBySlug(slug))?.movement.aliases, ['New Alias'])
      t.equal((await store.create(fresh({ aliases: ['Old Alias'] }), author)).ok, true)
      t.match(await store.create(fresh({ aliases: ['New Alias'] }), author), { reason: 'names_taken' })
      const archived = stored(await store.archive(second, { ...reviewer, comment: 'gone' }))
      t.equal(archived.status, 'ARCHIVED')
      t.equal(await movements.findBySlug(slug), undefined)
      t.equal((await store.create(fresh({ aliases: ['New Alias'] }), author)).ok, true)
      t.equal(stored(await publish(await approved({ slug, name }))).status, 'PUBLISHED', 'it may come back')
    })

    t.test('lists: filters, newest first, page by page', async (t) => {
      const ids: string[] = []
      for (let count = 0; count < 7; count += 1) {
        const written = await store.create(fresh({ tags: ['listed'], aliases: [`Pödium ${made}`] }), author)
        ids.push(stored(written).id)
      }
      await knex('movement_drafts')
        .whereIn('id', ids.slice(1, 5))
        .update({ created_at: '2020-01-01T00:00:00.123Z' })
      const all = await store.list({ tag: 'listed', limit: 100 })
      t.same(all.map(({ id }) => id).sort(), [...ids].sort())
      const seen: string[] = []
      let after: DraftPosition | undefined
      for (let page = 0; page < 4; page += 1) {
        const items = await store.list({ tag: 'listed', limit: 2, ...(after && { after }) })
        seen.push(...items.map(({ id }) => id))
        after = items.at(-1)
      }
      t.same(
        seen,
        all.map(({ id }) => id),
      )
      const found = async (query: object) => (await store.list({ limit: 100, ...query })).length
      t.equal(await found({ searchKey: 'podium', status: 'DRAFT' }), 7)
      t.equal(await found({ searchKey: 'podium', status: 'APPROVED' }), 0)
      t.equal(await found({ searchKey: '%' }), 0, 'a sign is no pattern')
      t.equal(await found({ tag: 'list' }), 0)
      t.equal(await found({ tag: '"] or true' }), 0)
      t.equal(await found({ reviewerId: 'curator-9' }), 0)
    })

    t.test('the orders of the lists walk their indexes, at any page', async (t) => {
      const explain = (where: string) =>
        knex.transaction(async (transaction): Promise<string> => {
          // The table is small here; the planner would rightly read it whole.
          await transaction.raw('set local enable_seqscan = off')
          const { rows } = await transaction.raw(
            `explain select id from movement_drafts where ${where} (created_at, id) < (now(), '${randomUUID()}')
             order by created_at desc, id desc limit 21`,
          )
          return rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n')
        })
      for (const [where, index] of [
        ['', /movement_drafts_newest/],
        ["status = 'DRAFT' and", /movement_drafts_of_status/],
        ["reviewer_id = 'x' and", /movement_drafts_of_reviewer/],
      ] as const) {
        const plan = await explain(where)
        t.match(plan, index)
        t.notMatch(plan, /Sort/)
        t.match(plan, /Index Cond: .*ROW\(created_at, id\)/)
      }
    })

    t.test('audit pages: the latest first, below a version', async (t) => {
      const draft = await approved()
      const versions = async (limit: number, before?: number) =>
        (await store.audit(draft.id, limit, before)).map(({ version }) => version)
      t.same(await versions(2), [3, 2])
      t.same(await versions(2, 2), [1])
      t.same(await versions(2, 1), [])
    })

    t.test('an import batch: what is free is written, what is not is left out', async (t) => {
      const taken = stored(await store.create(fresh({ aliases: ['Batch Alias'] }), author))
      const batch = [fresh(), fresh({ aliases: ['batch alias', 'Batch Only'] }), fresh()].map((draft) => ({
        draft,
        source: `test:${draft.slug}`,
      }))
      const won = await importBatch(knex, randomUUID, batch, 'movements-import')
      t.same([...won], [batch[0]!.source, batch[2]!.source])
      t.match(await findOpen(batch[0]!.draft.slug), {
        version: 1,
        status: 'DRAFT',
        source: batch[0]!.source,
        authors: ['movements-import'],
        draft: batch[0]!.draft,
      })
      t.equal(await findOpen(batch[1]!.draft.slug), undefined)
      const known = await readKnownDrafts(knex)
      t.ok(known.sources.has(batch[0]!.source))
      t.equal(known.names.get('batchalias'), taken.draft.slug)
      t.notOk(known.names.has('batchonly'), 'names of what is left out are free')
      t.same(await importBatch(knex, randomUUID, batch, 'movements-import'), new Set())
      const id = (await findOpen(batch[2]!.draft.slug))!.id
      t.match(await store.audit(id, 5), [
        { action: 'import', actorId: 'movements-import', comment: /^test:/ },
      ])
    })

    t.test('the database itself holds to the states and to one draft a slug', async (t) => {
      const { id, draft } = await approved()
      const set = (columns: object): Promise<unknown> =>
        (knex as Knex)('movement_drafts').where({ id }).update(columns)
      await t.rejects(set({ status: 'WISHED_FOR' }), /movement_drafts_status/)
      const other = await approved()
      await t.rejects(set({ slug: other.draft.slug }), /movement_drafts_open/)
      t.equal((await store.find(id))?.draft.slug, draft.slug)
    })
  })
}
