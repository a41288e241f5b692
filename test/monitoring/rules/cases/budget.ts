/** The error budget at every speed, and what is not of this service. */
import { type Ringing, type RuleCase, silent } from '../rule-case.ts'

const name = 'PlanningEngineBudgetBurn'
const requests = (status: string, job = 'planning-engine'): string =>
  `http_request_duration_seconds_count{namespace="production",job="${job}",method="GET",route="/api/v1/plans",status_code="${status}"}`

/** Of 10,000 requests a minute this many fail, from the start. */
const failing = (count: number): Record<string, string> => ({
  [requests('200')]: `0+${10_000 - count}x300`,
  [requests('503')]: `0+${count}x300`,
})

const shortOf = { '1h': '5m', '6h': '30m', '1d': '2h', '3d': '6h' } as const
const spent = { '1h': 2, '6h': 5, '1d': 10, '3d': 10 } as const

const ringing = (reads: string, ...windows: (keyof typeof shortOf)[]): Ringing[] =>
  windows.map((window) => ({
    labels: { namespace: 'production', window },
    summary: `Planning Engine: ${spent[window]} % of the month’s error budget burnt within ${window}`,
    description: `${reads} of the requests of ${window} failed with 5xx, and so in the last ${shortOf[window]}; the objective allows 0.1 %.`,
  }))

export const budgetCases: readonly RuleCase[] = [
  {
    title: 'half of what is allowed: silent',
    series: failing(5),
    expects: [
      silent(name, '5h'),
      ...['5m', '30m', '1h', '2h', '6h', '1d', '3d'].map((window) => ({
        at: '4h',
        expr: `planning_engine:http_errors:ratio_rate${window}`,
        is: { '{namespace="production"}': 0.0005 },
      })),
    ],
  },
  {
    title: 'twice what is allowed: the slowest only',
    series: failing(20),
    expects: [silent(name, '2h'), { at: '4h', alert: name, rings: ringing('0.2%', '3d') }],
  },
  {
    title: 'four times: the two slow ones',
    series: failing(40),
    expects: [{ at: '4h', alert: name, rings: ringing('0.4%', '1d', '3d') }],
  },
  {
    title: 'eight times: all but the fastest',
    series: failing(80),
    expects: [{ at: '4h', alert: name, rings: ringing('0.8%', '6h', '1d', '3d') }],
  },
  {
    title: 'twenty times: the fastest within minutes, the others later',
    series: failing(200),
    expects: [
      silent(name, '2m'),
      { at: '5m', alert: name, rings: ringing('2%', '1h') },
      { at: '30m', alert: name, rings: ringing('2%', '1h', '6h') },
      { at: '4h', alert: name, rings: ringing('2%', '1h', '6h', '1d', '3d') },
    ],
  },
  {
    title: 'over: the fast alert ends with the trouble, though its long window still remembers it',
    series: { [requests('200')]: '0+9000x30 270000+10000x30', [requests('500')]: '0+1000x30 30000x30' },
    expects: [
      { at: '20m', alert: name, rings: ringing('10%', '1h', '6h') },
      {
        at: '40m',
        expr: 'planning_engine:http_errors:ratio_rate1h > bool 0.0144',
        is: { '{namespace="production"}': 1 },
      },
      { at: '40m', alert: name, rings: ringing('7.692%', '6h') },
    ],
  },
  {
    title:
      'no fault yet is 0; requests refused for a fault of the caller are none; nor are other services’ faults',
    series: {
      [requests('200')]: '0+10x300',
      [requests('404')]: '0+90x300',
      [requests('500', 'other')]: '0+100x300',
    },
    expects: [
      silent(name, '4h'),
      {
        at: '1h',
        expr: 'planning_engine:http_errors:ratio_rate5m',
        is: { '{namespace="production"}': 0 },
      },
    ],
  },
  {
    title: 'no data: no ratio, silent',
    series: { [requests('500', 'other')]: '0+100x60' },
    expects: [{ at: '1h', expr: 'planning_engine:http_errors:ratio_rate1h', is: {} }, silent(name, '1h')],
  },
]
