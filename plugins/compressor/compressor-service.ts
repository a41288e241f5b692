/** Plans made ready for compressing: each session timed once a plan version, solved once a content. */
import { LRUCache } from 'lru-cache'
import { type Amendment, withDefaults } from '../../domain/amendment/amendment.ts'
import { prepareSession } from '../../domain/clock/prepare-session.ts'
import { contentOf } from '../../domain/compressor/content.ts'
import type { SearchLimits } from '../../domain/compressor/search/problem.ts'
import { type AuditedAnswer, SessionPlanner } from '../../domain/compressor/session-planner.ts'
import type { AmendmentDocument, NormalPlan, NormalSession } from '../../domain/plan/document.ts'
import { AnswerCache, type KeptAnswer } from './answer-cache.ts'
import { Breather } from './breather.ts'
import type { SolveBatch, Solver } from './solver.ts'

/** A version of a plan never changes, so what is made of it may be kept under id and version. */
export interface PlanVersion {
  readonly id: string
  readonly version: number
  readonly updatedAt: Date
}

export interface PlanDocumentVersion extends PlanVersion {
  readonly plan: NormalPlan
  readonly amendment: AmendmentDocument
  readonly amendmentVersion: number
}

/** Which sessions of a plan. */
export type Selection =
  | { readonly by: 'all' }
  | { readonly by: 'week'; readonly weekNumber: number }
  | { readonly by: 'ids'; readonly ids: ReadonlySet<string> }

export interface PreparedSession {
  readonly weekNumber: number
  readonly document: NormalSession
  planner: SessionPlanner | null
}

/** A plan version with its sessions, ready to be planned for. */
export interface PreparedPlan {
  readonly id: string
  readonly version: number
  readonly updatedAt: Date
  readonly amendment: Amendment
  /** Of the saved amendment. */
  readonly amendmentVersion: number
  readonly sessions: readonly PreparedSession[]
}

const preparePlan = (stored: PlanDocumentVersion): PreparedPlan => ({
  id: stored.id,
  version: stored.version,
  updatedAt: stored.updatedAt,
  amendment: withDefaults(stored.amendment),
  amendmentVersion: stored.amendmentVersion,
  sessions: stored.plan.microcycles.flatMap(({ weekNumber, sessions }) =>
    sessions.map((document) => ({ weekNumber, document, planner: null })),
  ),
})

const selects = (selection: Selection, { weekNumber, document }: PreparedSession): boolean => {
  switch (selection.by) {
    case 'all':
      return true
    case 'week':
      return weekNumber === selection.weekNumber
    case 'ids':
      return selection.ids.has(document.id)
  }
}

const keyOf = ({ id, version, updatedAt }: PlanVersion): string => `${id} ${version} ${updatedAt.getTime()}`

export interface CompressorServiceOptions {
  /** Sessions over all plan versions that are kept ready. */
  readonly keptSessions: number
  /** Bytes that one cache of ready answers may take. */
  readonly answerBytes: number
  cached(cache: string, hit: boolean): void
}

export class CompressorService {
  readonly #solver: Solver
  readonly #plans: LRUCache<string, PreparedPlan>
  readonly #options: CompressorServiceOptions

  constructor(solver: Solver, options: CompressorServiceOptions) {
    this.#solver = solver
    this.#options = options
    this.#plans = new LRUCache({
      maxSize: options.keptSessions,
      sizeCalculation: ({ sessions }) => Math.max(1, sessions.length),
    })
  }

  /** Of the search for a session. */
  get limits(): SearchLimits {
    return this.#solver.limits
  }

  /**
   * The plan version made ready. `load` is asked only where it is not kept yet; should the plan have moved on in the
   * meantime, it is the newer version that is answered.
   */
  async prepare(version: PlanVersion, load: () => Promise<PlanDocumentVersion>): Promise<PreparedPlan> {
    const kept = this.#plans.get(keyOf(version))
    this.#options.cached('plan', kept !== undefined)
    if (kept !== undefined) return kept
    const prepared = preparePlan(await load())
    this.#plans.set(keyOf(prepared), prepared)
    return prepared
  }

  /**
   * The plan with its selected sessions changed for once, for planners that nobody keeps. A session that `change` gives
   * back as it was stays the kept one; the kept plan itself is never changed.
   */
  async changed(
    plan: PreparedPlan,
    selection: Selection,
    change: (document: NormalSession, weekNumber: number) => NormalSession,
  ): Promise<PreparedPlan> {
    const breather = new Breather()
    const sessions: PreparedSession[] = []
    for (const prepared of plan.sessions) {
      if (selects(selection, prepared)) {
        const document = change(prepared.document, prepared.weekNumber)
        sessions.push(
          document === prepared.document
            ? prepared
            : { weekNumber: prepared.weekNumber, document, planner: null },
        )
        await breather.breathe()
      } else {
        sessions.push(prepared)
      }
    }
    return { ...plan, sessions }
  }

  /** The plan under another amendment, for planners that nobody keeps; the kept plan itself is never changed. */
  amended(plan: PreparedPlan, amendment: Amendment): PreparedPlan {
    return { ...plan, amendment, sessions: plan.sessions.map((session) => ({ ...session, planner: null })) }
  }

  /** Planners of the selected sessions, in the plan's order. Never holds the event loop for long. */
  async planners({ amendment, sessions }: PreparedPlan, selection: Selection): Promise<SessionPlanner[]> {
    const breather = new Breather()
    const waiting: Promise<SessionPlanner>[] = []
    const batch = { isAdmitted: false }
    for (const prepared of sessions) {
      if (!selects(selection, prepared)) continue
      const planner = this.#planner(prepared, amendment, batch)
      // Should it fail while this loop breathes, nobody listens yet, and that would end the process.
      planner.catch(() => {})
      waiting.push(planner)
      await breather.breathe()
    }
    return Promise.all(waiting)
  }

  /** Shows the answers of these sessions for one target, one by one, with turns for other requests in between. */
  async eachAnswer(
    planners: readonly SessionPlanner[],
    targetMinutes: number,
    visit: (audited: AuditedAnswer) => void,
  ): Promise<void> {
    const breather = new Breather()
    for (const planner of planners) {
      visit(planner.answer(targetMinutes))
      await breather.breathe()
    }
  }

  /** A cache of ready answers, counted under this name. */
  answerCache<T extends KeptAnswer>(name: string): AnswerCache<T> {
    return new AnswerCache<T>(this.#options.answerBytes, (hit) => this.#options.cached(name, hit))
  }

  async #planner(
    prepared: PreparedSession,
    amendment: Amendment,
    batch: SolveBatch,
  ): Promise<SessionPlanner> {
    if (prepared.planner !== null) return prepared.planner
    const session = prepareSession(prepared.document, prepared.weekNumber)
    const solved = await this.#solver.solve(contentOf(session, amendment), batch)
    prepared.planner = new SessionPlanner(session, amendment, solved)
    return prepared.planner
  }
}
