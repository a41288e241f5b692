/** Every alert has its page and every page its alert; each page says what whoever is woken needs. */
import { readdir, readFile, stat } from 'node:fs/promises'
import t from 'tap'
import { isAlert } from '../../monitoring/rules/rule.ts'
import { groups } from '../../monitoring/rules/rules.ts'
import { queriesOf } from './promql.ts'

const root = new URL('../../', import.meta.url)
const folder = new URL('docs/runbooks/', root)
const index = 'README.md'
/** What people do of their own accord, not because an alert rang. */
const procedures: readonly string[] = ['rollout.md', 'rollback.md']

const alerts = groups.flatMap(({ rules }) => rules).filter(isAlert)
const names = [...new Set(alerts.map(({ alert }) => alert))]
const pages = (await readdir(folder)).filter((page) => page !== index && !procedures.includes(page))

const pageOf = (alert: string): string =>
  alerts
    .find((candidate) => candidate.alert === alert)
    ?.annotations.runbook_url.replace('docs/runbooks/', '') ?? ''

t.test('every alert has its page, every page its alert', async (t) => {
  t.strictSame([...pages].sort(), names.map(pageOf).sort())
})

t.test('the index leads to every page, with the severity that the rule has', async (t) => {
  const text = await readFile(new URL(index, folder), 'utf8')
  for (const { alert, labels } of alerts) {
    const row = text.split('\n').find((line) => line.includes(`[${alert}](${pageOf(alert)})`))
    t.match(row, labels.severity, alert)
  }
})

const sections = [
  'What it means',
  'Why it matters',
  'What to look at',
  'What to do',
  'How to know it is over',
]

for (const alert of names) {
  t.test(alert, async (t) => {
    const page = new URL(pageOf(alert), folder)
    const text = await readFile(page, 'utf8')
    t.ok(text.startsWith(`# ${alert}\n`), 'its name is the title')
    t.strictSame(
      [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
      sections,
      'its sections',
    )
    t.ok(queriesOf(text).length > 0, 'it has a query')
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
      if (/^https?:/.test(target)) continue
      t.ok(await stat(new URL(target, page)).catch(() => false), `${target} exists`)
    }
  })
}
