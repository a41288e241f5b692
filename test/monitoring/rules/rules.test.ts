/** Every rule fires where it should and stays silent where it should, by promtool's own evaluation. */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { isAlert, type Rule } from '../../../monitoring/rules/rule.ts'
import { groups } from '../../../monitoring/rules/rules.ts'
import { promtool } from '../promtool.ts'
import { budgetCases } from './cases/budget.ts'
import { eventGateCases } from './cases/event-gates.ts'
import { ratioGateCases } from './cases/ratio-gates.ts'
import { resourceCases } from './cases/resources.ts'
import { serviceCases } from './cases/service.ts'
import { timeCrunchCases } from './cases/time-crunch.ts'
import { promtoolFile, type RuleCase } from './rule-case.ts'

const rulesFile = fileURLToPath(new URL('../../../helm/planning-engine/files/rules.json', import.meta.url))

const cases: Readonly<Record<string, readonly RuleCase[]>> = {
  'time crunch': timeCrunchCases,
  resources: resourceCases,
  'gates of ratios': ratioGateCases,
  'gates of events': eventGateCases,
  service: serviceCases,
  budget: budgetCases,
}

t.test('promtool finds nothing wrong with the rules', async (t) => {
  const { ok, output } = await promtool(['check', 'rules', '--lint=all', '--lint-fatal', rulesFile])
  t.ok(ok, output)
  const count = groups.reduce((sum, { rules }) => sum + rules.length, 0)
  t.match(output, `SUCCESS: ${count} rules found`)
})

for (const [topic, ofTopic] of Object.entries(cases)) {
  t.test(topic, async (t) => {
    const folder = t.testdir({})
    for (const [index, ruleCase] of ofTopic.entries()) {
      const file = `${folder}/${index}.json`
      await writeFile(file, promtoolFile(rulesFile, ruleCase))
      const { ok, output } = await promtool(['test', 'rules', file])
      t.ok(ok, ruleCase.title, ok ? {} : { promtool: output })
    }
  })
}

t.test('an expectation that is wrong is noticed', async (t) => {
  const [right] = timeCrunchCases
  const wrong: RuleCase = {
    ...right!,
    expects: [{ at: '10m', expr: 'planning_engine:time_crunch_success:ratio_rate5m', is: { '{}': 1 } }],
  }
  const file = `${t.testdir({})}/wrong.json`
  await writeFile(file, promtoolFile(rulesFile, wrong))
  const { ok, output } = await promtool(['test', 'rules', file])
  t.notOk(ok)
  t.match(output, /FAILED/)
})

t.test('no rule is without its cases', async (t) => {
  const expectations = Object.values(cases)
    .flat()
    .flatMap(({ expects }) => expects)
  const recordedWith = ({ record, labels }: Extract<Rule, { record: string }>): string =>
    labels === undefined ? record : `${record}{gate="${labels.gate}"`
  for (const rule of groups.flatMap(({ rules }) => rules)) {
    if (isAlert(rule)) {
      const { alert, labels } = rule
      const ofAlert = expectations.flatMap((each) => ('alert' in each && each.alert === alert ? [each] : []))
      const fires = ofAlert.some(({ rings }) =>
        rings.some((ringing) => (ringing.labels?.window ?? labels.window) === labels.window),
      )
      t.ok(fires, `${alert} ${labels.window ?? ''} fires`)
      t.ok(
        ofAlert.some(({ rings }) => rings.length === 0),
        `${alert} stays silent`,
      )
    } else {
      const found = expectations.flatMap((each) =>
        'expr' in each ? Object.keys(each.is).concat(each.expr) : [],
      )
      t.ok(
        found.some((text) => text.includes(recordedWith(rule))),
        recordedWith(rule),
      )
    }
  }
})
