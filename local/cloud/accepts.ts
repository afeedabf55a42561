/** One-time subscriptions (一次性订阅): each time a person allows a template, it may be sent to them once. */
export class Accepts {
  readonly #left = new Map<string, { openid: string; templateId: string; times: number }>()

  add(openid: string, templateId: string, times: number): void {
    const had = this.left(openid, templateId)
    this.#left.set(keyOf(openid, templateId), { openid, templateId, times: had + times })
  }

  left(openid: string, templateId: string): number {
    return this.#left.get(keyOf(openid, templateId))?.times ?? 0
  }

  /** Uses one up; false when there is none. */
  take(openid: string, templateId: string): boolean {
    if (this.left(openid, templateId) === 0) return false
    this.add(openid, templateId, -1)
    return true
  }

  list(): { openid: string; templateId: string; times: number }[] {
    return [...this.#left.values()].filter(({ times }) => times > 0)
  }
}

const keyOf = (openid: string, templateId: string) => JSON.stringify([openid, templateId])
