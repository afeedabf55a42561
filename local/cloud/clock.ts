/** The cloud's clock. It can be moved, and then runs on in real time. */
export class Clock {
  #offset = 0
  readonly #listeners = new Set<() => void>()

  /** @param start ISO instant to begin at; without it, the real now. Throws RangeError when invalid. */
  constructor(start?: string) {
    if (start !== undefined) this.#offset = Clock.#instant(start) - Date.now()
  }

  now(): Date {
    return new Date(Date.now() + this.#offset)
  }

  /** Milliseconds between the cloud's clock and the real one. */
  get offset(): number {
    return this.#offset
  }

  /** Moves the clock. Throws RangeError when `instant` is not an ISO instant with a zone. */
  set(instant: string): void {
    this.#offset = Clock.#instant(instant) - Date.now()
    for (const listener of this.#listeners) listener()
  }

  /** Calls `listener` after every move; answers how to stop that. */
  onMoved(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  static #instant(text: string): number {
    const hasZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.test(text)
    const time = hasZone ? Date.parse(text) : NaN
    if (Number.isNaN(time)) {
      throw new RangeError(
        `时间「${text}」看不懂：请写成带时区的 ISO 时刻，例如 2022-06-20T09:00:00+08:00。`,
      )
    }
    return time
  }
}
