/** A plugin for tests alone: makes previews slow, or lets them fail as a broken database would. */
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type {} from '../../plugins/stores.ts'

export interface Faults {
  /** Added to every preview. */
  delayMs: number
  /** Of 0 to 1: how many previews fail, evenly spread. */
  failingShare: number
}

declare module 'fastify' {
  interface FastifyInstance {
    faults: Faults
  }
}

const faults = async (app: FastifyInstance): Promise<void> => {
  const state: Faults = { delayMs: 0, failingShare: 0 }
  app.decorate('faults', state)
  const { planStore } = app
  const findVisibleVersion = planStore.findVisibleVersion.bind(planStore)
  let due = 0
  planStore.findVisibleVersion = async (planId, caller) => {
    if (state.delayMs > 0) await wait(state.delayMs)
    due += state.failingShare
    if (due >= 1) {
      due -= 1
      throw new Error('a fault that was put in by a test')
    }
    return findVisibleVersion(planId, caller)
  }
}

export default fp(faults, { name: 'faults', dependencies: ['stores'] })
