/** Who uses the service during a soak: users with plans of all sizes, of which some are imported, amended and deleted on the way. */
import { randomUUID } from 'node:crypto'
import { generatePlan } from '../../domain/generator/generate-plan.ts'
import { goals } from '../../domain/generator/intent.ts'
import type { PlanDocument } from '../../domain/plan/document.ts'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'
import type { SeededRandom } from '../../test/domain/compressor/oracle/seeded-random.ts'
import type { LoadRequest } from '../http/load.ts'
import { importPlan, type OwnedPlan, unheardOfPlan } from '../http/plans.ts'
import { headersOf } from '../tokens.ts'

/** What people mostly have; the others ask for any minute. */
const favourites = [20, 30, 45, 60, 75, 90]
const favouriteShare = 0.85
const equipmentShare = 0.01
/** Whose owners train without a cable or a machine at times: each such session is one more to search. */
const plansSwapped = 40
const nobodysShare = 0.01

/** From one week of one day to four weeks of six. */
const generated = (turn: number): PlanDocument => {
  const generation = generatePlan(
    {
      goal: goals[turn % goals.length]!,
      experience: 'intermediate',
      daysPerWeek: 1 + (turn % 6),
      minutesPerSession: 30 + 15 * (turn % 5),
      weeks: 1 + (turn % 4),
      equipment: ['barbell', 'dumbbell', 'cable', 'machine'],
      seed: turn,
    },
    movementsOfRelease,
  )
  if (generation.outcome !== 'generated') throw new Error(JSON.stringify(generation))
  return generation.plan
}

export class Population {
  readonly #address: string
  readonly #random: SeededRandom
  readonly #users: readonly Readonly<Record<string, string>>[]
  readonly #plans: OwnedPlan[] = []
  #turn = 0

  constructor(address: string, random: SeededRandom, users: number) {
    this.#address = address
    this.#random = random
    this.#users = Array.from({ length: users }, (_, user) => headersOf(`athlete-${user + 1}`))
  }

  /** Every fifth plan is a generated one, the others demo plans with set-ups of their own. */
  async importPlans(count: number): Promise<void> {
    for (let one = 0; one < count; one += 1) {
      const turn = this.#turn++
      const document = turn % 5 === 0 ? generated(turn) : unheardOfPlan(turn)
      this.#plans.push(await importPlan(this.#address, document, this.#random.pick(this.#users)))
    }
  }

  async amendPlans(count: number): Promise<void> {
    for (const plan of this.#random.some(this.#plans, count)) {
      const coreSetFloor = this.#random.whole(1, 3)
      await this.#write('PUT', `${plan.id}/amendment`, plan, { coreSetFloor })
    }
  }

  async deletePlans(count: number): Promise<void> {
    for (let one = 0; one < count; one += 1) {
      const [plan] = this.#plans.splice(this.#random.whole(0, this.#plans.length - 1), 1)
      await this.#write('DELETE', plan!.id, plan!)
    }
  }

  /** One preview of each plan: whatever can be kept is. */
  everyPlan(): LoadRequest[] {
    return this.#plans.map(({ id, headers }) => ({
      headers,
      body: JSON.stringify({ planId: id, targetMinutes: 30, week: 1 }),
    }))
  }

  preview(): LoadRequest {
    const random = this.#random
    const isSwapped = random.chance(equipmentShare)
    const { id, headers } = random.pick(isSwapped ? this.#plans.slice(0, plansSwapped) : this.#plans)
    const targetMinutes = random.chance(favouriteShare) ? random.pick(favourites) : random.whole(15, 180)
    const unavailableEquipment = isSwapped ? [random.pick(['cable', 'machine'])] : undefined
    // Somebody else's plan, or one that was deleted: 404 is a part of any day.
    const planId = random.chance(nobodysShare) ? randomUUID() : id
    return { headers, body: JSON.stringify({ planId, targetMinutes, week: 1, unavailableEquipment }) }
  }

  async #write(method: string, path: string, { headers }: OwnedPlan, body?: object): Promise<void> {
    const answer = await fetch(`${this.#address}/api/v1/plans/${path}`, {
      method,
      headers: body
        ? { ...headers, 'if-match': '*' }
        : { authorization: headers.authorization!, 'if-match': '*' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
  }
}
