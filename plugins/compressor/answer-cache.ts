/** Answers ready to be sent, kept by what they answer: bounded by their bytes, and made once however many ask. */
import { LRUCache } from 'lru-cache'

export interface KeptAnswer {
  /** JSON, encoded once: text would be encoded for every answer, and takes two bytes a character where any is not Latin. */
  readonly body: Buffer
}

export class AnswerCache<T extends KeptAnswer> {
  readonly #kept: LRUCache<string, T>
  readonly #underWay = new Map<string, Promise<T>>()
  readonly #looked: (hit: boolean) => void

  constructor(mostBytes: number, looked: (hit: boolean) => void) {
    this.#looked = looked
    this.#kept = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ body }, key) => body.length + key.length,
    })
  }

  /** The kept answer; a miss is counted, and `make` is what follows it. */
  find(key: string): T | undefined {
    const kept = this.#kept.get(key)
    this.#looked(kept !== undefined)
    return kept
  }

  /** Makes and keeps the answer; nothing is kept of a making that fails. An answer over the bound is not kept. */
  async make(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#underWay.get(key)
    if (known !== undefined) return known
    const making = make()
      .then((answer) => {
        this.#kept.set(key, answer)
        return answer
      })
      .finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, making)
    return making
  }
}
