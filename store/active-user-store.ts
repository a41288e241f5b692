/** When users were last seen, shared by all instances: so that each of them reports the same number. */
import type { Knex } from 'knex'

export interface Sighting {
  readonly userDigest: string
  readonly seenAt: Date
}

export interface ActiveUserStore {
  record(sightings: readonly Sighting[]): Promise<void>
  /** Distinct users seen since each of these moments. */
  countSince(moments: readonly Date[]): Promise<number[]>
  forgetBefore(moment: Date): Promise<void>
}

const rowsPerStatement = 500

/** In one order everywhere, so that two instances that write the same users never wait for each other in a circle. */
const inOrder = (sightings: readonly Sighting[]): Sighting[] =>
  [...sightings].sort((one, other) => (one.userDigest < other.userDigest ? -1 : 1))

export const createActiveUserStore = (knex: Knex): ActiveUserStore => ({
  async record(sightings) {
    const rows = inOrder(sightings).map(({ userDigest, seenAt }) => ({
      user_digest: userDigest,
      last_seen_at: seenAt,
    }))
    for (let start = 0; start < rows.length; start += rowsPerStatement) {
      await knex('active_users')
        .insert(rows.slice(start, start + rowsPerStatement))
        .onConflict('user_digest')
        .merge({ last_seen_at: knex.raw('greatest(active_users.last_seen_at, excluded.last_seen_at)') })
    }
  },

  async countSince(moments) {
    const columns = moments.map((moment, index) =>
      knex.raw('count(*) filter (where last_seen_at > ?)::int as ??', [moment, `count_${index}`]),
    )
    const [row] = await knex('active_users').select(columns)
    return moments.map((_, index) => row[`count_${index}`])
  },

  async forgetBefore(moment) {
    await knex('active_users').where('last_seen_at', '<', moment).delete()
  },
})
