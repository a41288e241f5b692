/** The gate: what breaks a client of the last release fails, what adds to it passes, a major version opens it. */
import t from 'tap'
import { canCompare, compareContracts } from '../../scripts/check-api/breaking-changes.ts'
import {
  type Contract,
  currentContract,
  latestOf,
  releasedContract,
} from '../../scripts/check-api/released-contract.ts'

// biome-ignore lint/suspicious/noExplicitAny: a contract to take apart
const copyOf = (contract: Contract): any => structuredClone(contract)
const preview = '/api/v1/time-crunch/preview'
// biome-ignore lint/suspicious/noExplicitAny: see above
const previewBody = (contract: any) =>
  contract.paths[preview].post.requestBody.content['application/json'].schema
// biome-ignore lint/suspicious/noExplicitAny: see above
const previewAnswer = (contract: any) =>
  contract.paths[preview].post.responses['200'].content['application/json'].schema

t.test('the contract of the last release is the one of the highest version', async (t) => {
  t.equal(latestOf(['openapi-v0.9.0.json', 'openapi-v0.10.0.json', 'README.md']), 'openapi-v0.10.0.json')
  t.equal(latestOf(['openapi-v1.0.0.json', 'openapi-v0.99.99.json']), 'openapi-v1.0.0.json')
  t.equal(latestOf([]), undefined)
  const { file, contract } = releasedContract()
  t.equal(file, `contracts/openapi-v${contract.info.version}.json`)
})

t.test(
  'the gate',
  { skip: (await canCompare()) ? false : 'oasdiff has no program for this platform' },
  async (t) => {
    const { contract } = releasedContract()
    const compare = (change: (contract: ReturnType<typeof copyOf>) => void) => {
      const changed = copyOf(contract)
      change(changed)
      return compareContracts(contract, changed)
    }

    t.test('openapi.json breaks no client of the last release', async (t) => {
      const { passed, breaking } = await compareContracts(contract, currentContract())
      t.ok(passed, JSON.stringify(breaking, null, 2))
    })

    t.test('nothing changed: passes', async (t) => {
      t.strictSame(await compare(() => {}), { passed: true, breaking: [], doubtful: [] })
    })

    const breaks: [title: string, change: Parameters<typeof compare>[0], operation: string][] = [
      [
        'a route is gone',
        ({ paths }) => {
          delete paths['/api/v1/time-crunch/frontier']
        },
        'POST /api/v1/time-crunch/frontier',
      ],
      [
        'a method is gone',
        ({ paths }) => {
          delete paths['/api/v1/plans/{planId}'].delete
        },
        'DELETE /api/v1/plans/{planId}',
      ],
      [
        'a field is required that was not',
        (changed) => {
          previewBody(changed).required.push('sessionIds')
        },
        `POST ${preview}`,
      ],
      [
        'a bound is narrower',
        (changed) => {
          previewBody(changed).properties.targetMinutes.maximum = 120
        },
        `POST ${preview}`,
      ],
      [
        'a field of the answer is gone',
        (changed) => {
          const { properties, required } = previewAnswer(changed)
          delete properties.strategy
          required.splice(required.indexOf('strategy'), 1)
        },
        `POST ${preview}`,
      ],
    ]
    for (const [title, change, operation] of breaks) {
      t.test(`${title}: fails, unless the major version moves`, async (t) => {
        const { passed, breaking } = await compare(change)
        t.notOk(passed)
        t.ok(
          breaking.some((found) => found.operation === operation),
          JSON.stringify(breaking),
        )
        const major = await compare((changed) => {
          change(changed)
          changed.info.version = '1.0.0'
        })
        t.ok(major.passed)
        t.strictSame(major.breaking, breaking, 'and is listed all the same')
        const minor = await compare((changed) => {
          change(changed)
          changed.info.version = '0.99.0'
        })
        t.notOk(minor.passed)
      })
    }

    const additions: [title: string, change: Parameters<typeof compare>[0]][] = [
      [
        'a new route',
        ({ paths }) => {
          paths['/api/v1/new'] = paths['/health/live']
        },
      ],
      [
        'a new field that may be left out',
        (changed) => {
          previewBody(changed).properties.note = { type: 'string' }
        },
      ],
      [
        'a new field of the answer',
        (changed) => {
          previewAnswer(changed).properties.note = { type: 'string' }
        },
      ],
      [
        'a bound is wider',
        (changed) => {
          previewBody(changed).properties.targetMinutes.maximum = 240
        },
      ],
    ]
    for (const [title, change] of additions) {
      t.test(`${title}: passes`, async (t) => {
        const { passed, breaking } = await compare(change)
        t.ok(passed)
        t.strictSame(breaking, [])
      })
    }

    t.test('a new value in an answer passes, and is told', async (t) => {
      const { passed, doubtful } = await compare((changed) => {
        previewAnswer(changed).properties.strategy.enum.push('new')
      })
      t.ok(passed)
      t.strictSame(
        doubtful.map(({ rule, operation }) => [rule, operation]),
        [['response-property-enum-value-added', `POST ${preview}`]],
      )
    })

    t.test('a contract that can’t be compared is an error, no pass', async (t) => {
      await t.rejects(compareContracts({ ...contract, paths: {} }, contract), /no paths/)
      await t.rejects(
        compareContracts(contract, {
          openapi: 'none',
          info: { version: '0.1.0' },
          paths: { '/x': { get: 1 } },
        }),
        /oasdiff: /,
      )
    })
  },
)
