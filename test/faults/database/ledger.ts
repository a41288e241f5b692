/**
 * One client's own plans, and what it was told of them. Each of its writes may be cut off without an answer; then the
 * service must have done it wholly or not at all, and asked again with the same key it must answer what it once did.
 */
import { isDeepStrictEqual } from 'node:util'
import { withDefaults } from '../../../domain/amendment/amendment.ts'
import { smallPlan } from '../../routes/time-crunch/crunch-client.ts'
import { type Call, type Caller, plans, type Reply } from './served.ts'

type Body = Reply['body']

interface Known {
  readonly plan: Body
  readonly amendment: Body
}

interface PlanRecord {
  now: Known
  /** What it is if the write without an answer was done. */
  maybe?: Known
}

interface Keyed {
  readonly path: string
  readonly request: Call
  /** Undefined while nobody has been told. */
  answer?: Body
}

/** All but the moment, which only the database knows before it has answered. */
const withoutMoment = ({ plan: { updatedAt: _, ...plan }, amendment }: Known): Known => ({ plan, amendment })

const same = (one: Known, other: Known): boolean =>
  isDeepStrictEqual(withoutMoment(one), withoutMoment(other))

export class Ledger {
  readonly #owner: string
  readonly #random: () => number
  readonly #plans = new Map<string, PlanRecord>()
  /** By key. */
  readonly #keyed = new Map<string, Keyed>()
  readonly faults: string[] = []
  acknowledged = 0
  unanswered = 0

  constructor(owner: string, random: () => number) {
    this.#owner = owner
    this.#random = random
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#random() * items.length)] as Item
  }

  async #send(call: Caller, method: string, path: string, request: Call): Promise<Reply> {
    const reply = await call(method, path, { as: this.#owner, ...request })
    if (reply.status === 0) this.unanswered += 1
    else if (reply.status < 300) this.acknowledged += 1
    else this.faults.push(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply
  }

  async #sendKeyed(call: Caller, path: string, payload: object): Promise<Body | undefined> {
    const key = `${this.#owner}-${this.#keyed.size}`
    const keyed: Keyed = { path, request: { payload, headers: { 'idempotency-key': key } } }
    this.#keyed.set(key, keyed)
    const { status, body } = await this.#send(call, 'POST', path, keyed.request)
    if (status !== 201) return undefined
    keyed.answer = body
    return body
  }

  #adopt(plan: Body): void {
    this.#plans.set(plan.id, { now: { plan, amendment: { version: 1, amendment: withDefaults({}) } } })
  }

  async #import(call: Caller): Promise<void> {
    const name = `${this.#owner} ${this.#keyed.size}`
    const plan = await this.#sendKeyed(call, plans, { ...smallPlan(), name })
    if (plan) this.#adopt(plan)
  }

  /** A change by version: what is sent, and what there is when it was done. */
  async #change(call: Caller, path: string, request: Call, record: PlanRecord, after: Known): Promise<void> {
    record.maybe = after
    const { status, body } = await this.#send(call, 'PUT', path, request)
    if (status !== 200) return
    record.now = path.endsWith('amendment') ? { ...after, amendment: body } : { ...after, plan: body }
    delete record.maybe
    if (!same(record.now, after)) this.faults.push(`${path} became ${JSON.stringify(body)}`)
  }

  async #rename(call: Caller, record: PlanRecord): Promise<void> {
    const { plan, amendment } = record.now
    const name = `${plan.name.split(',')[0]}, as of ${plan.version + 1}`
    const request = { payload: { ...plan, name }, headers: { 'if-match': `"${plan.version}"` } }
    const after = { plan: { ...plan, name, version: plan.version + 1 }, amendment }
    await this.#change(call, `${plans}/${plan.id}`, request, record, after)
  }

  async #amend(call: Caller, record: PlanRecord): Promise<void> {
    const { plan, amendment: before } = record.now
    const amendment = { ...before.amendment, bufferSeconds: before.version % 600 }
    const request = { payload: amendment, headers: { 'if-match': `"${before.version}"` } }
    const after = {
      plan: { ...plan, version: plan.version + 1 },
      amendment: { version: before.version + 1, amendment },
    }
    await this.#change(call, `${plans}/${plan.id}/amendment`, request, record, after)
  }

  async #apply(call: Caller, { now: { plan } }: PlanRecord): Promise<void> {
    await this.#sendKeyed(call, '/api/v1/time-crunch/apply', {
      planId: plan.id,
      planVersion: plan.version,
      sessionId: 'day-1',
      date: `2026-03-${String(1 + Math.floor(this.#random() * 28)).padStart(2, '0')}`,
      targetMinutes: 15 + Math.floor(this.#random() * 30),
    })
  }

  /** One write, of whatever kind chance says. */
  async write(call: Caller): Promise<void> {
    const sure = [...this.#plans.values()].filter(({ maybe }) => maybe === undefined)
    const kind = this.#random()
    if (sure.length === 0 || kind < 0.3) return this.#import(call)
    const record = this.#pick(sure)
    if (kind < 0.5) return this.#rename(call, record)
    return kind < 0.7 ? this.#amend(call, record) : this.#apply(call, record)
  }

  async #read(call: Caller, id: string): Promise<Known | undefined> {
    const [plan, amendment] = await Promise.all(
      ['', '/amendment'].map((part) => call('GET', `${plans}/${id}${part}`, { as: this.#owner })),
    )
    return plan?.status === 200 && amendment?.status === 200
      ? { plan: plan.body, amendment: amendment.body }
      : undefined
  }

  /** Holds every plan against what was told of it, to the letter, and settles what was not. */
  async #checkPlans(call: Caller): Promise<void> {
    for (const [id, record] of this.#plans) {
      const found = await this.#read(call, id)
      const isNow = found !== undefined && same(found, record.now)
      const isMaybe = found !== undefined && record.maybe !== undefined && same(found, record.maybe)
      if (found === undefined || !(isNow || isMaybe)) {
        this.faults.push(`plan ${id} is ${JSON.stringify(found)}, not ${JSON.stringify(record)}`)
        continue
      }
      record.now = found
      delete record.maybe
    }
  }

  async #listed(call: Caller): Promise<Map<string, string>> {
    const names = new Map<string, string>()
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Reply = await call('GET', `${plans}?limit=100${cursor && `&cursor=${cursor}`}`, {
        as: this.#owner,
      })
      for (const { id, name } of page.body.items) names.set(id, name)
      cursor = page.body.nextCursor
    }
    return names
  }

  /** Asks again whatever had a key: the same answer as the first time, and the first one where there was none. */
  async #askAgain(call: Caller): Promise<void> {
    const before = await this.#listed(call)
    for (const [key, keyed] of this.#keyed) {
      const { status, body, headers } = await call('POST', keyed.path, { as: this.#owner, ...keyed.request })
      if (keyed.answer !== undefined) {
        if (
          status !== 201 ||
          !isDeepStrictEqual(body, keyed.answer) ||
          !headers.get('idempotency-replayed')
        ) {
          this.faults.push(
            `${key}: first ${JSON.stringify(keyed.answer)}, again ${status} ${JSON.stringify(body)}`,
          )
        }
      } else if (status === 201) {
        const wasDone = headers.get('idempotency-replayed') === 'true'
        if (keyed.path === plans && before.has(body.id) !== wasDone)
          this.faults.push(`${key}: there, but not by its key`)
        keyed.answer = body
        if (keyed.path === plans) this.#adopt(body)
      } else if (!(keyed.path !== plans && status === 409)) {
        // An application of a version that is gone by now was not done, or its key would have told.
        this.faults.push(`${key}: ${status} ${JSON.stringify(body)}`)
      } else this.#keyed.delete(key)
    }
    const after = await this.#listed(call)
    const unknown = [...after.keys()].filter((id) => !this.#plans.has(id))
    if (unknown.length > 0 || after.size !== this.#plans.size)
      this.faults.push(`plans that nobody made: ${unknown}`)
  }

  /** After a restart: what is wrong is in `faults`. */
  async check(call: Caller): Promise<void> {
    await this.#checkPlans(call)
    await this.#askAgain(call)
  }
}
