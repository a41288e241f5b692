/** `npm run movements:import` as somebody types it: the whole dataset, twice, on every kind of database. */
import t from 'tap'
import { availableKinds, testDatabase } from '../database.ts'
import { countDrafts, dataset, importWith, prepared } from './import-movements/import-command.ts'

for (const kind of await availableKinds()) {
  t.test(`${kind}: 873 entries, under 10 s; a second run changes nothing`, async (t) => {
    const { url } = await testDatabase(t, kind)
    await prepared(t, url)

    const dry = await importWith(url, dataset, '--dry-run', '--json')
    t.equal(dry.code, 0, dry.stderr)
    const { seconds: _, ...foreseen } = JSON.parse(dry.stdout)
    t.match(foreseen, { dryRun: true, entries: 873, skippedByReason: { in_drafts: 0, unusable: 0 } })
    t.match(
      foreseen.skipped[0],
      { index: 0, reason: 'in_library', detail: 'partial-sit-up' },
      'found by an alias',
    )

    const real = await importWith(url, dataset, '--json', '--author', 'curator-1')
    t.equal(real.code, 0, real.stderr)
    t.equal(real.stderr, '', 'no progress where nobody watches')
    const { seconds, ...report } = JSON.parse(real.stdout)
    t.same(report, { ...foreseen, dryRun: false }, 'what the dry run foresaw, which wrote nothing')
    // The import alone: how long a process and an embedded database take to start says more about the machine.
    t.comment(`${kind}: ${seconds} s`)
    t.ok(seconds < 10, `${seconds} s`)
    const { length } = foreseen.drafts
    t.equal(length + foreseen.skipped.length, 873)

    const again = await importWith(url, dataset)
    t.equal(again.code, 0, again.stderr)
    t.match(again.stdout, /873 entries: 0 became drafts, 873 skipped/)
    t.match(again.stdout, /imported before:\n.*… and \d+ more; --json lists them all/s)
    t.match(again.stdout, /in the library already:\n +0 {2}3\/4 Sit-Up +partial-sit-up/)
    t.same(await countDrafts(t, url), { drafts: length, audits: length, names: length })
  })
}
