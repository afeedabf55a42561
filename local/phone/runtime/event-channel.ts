type Listener = (...values: unknown[]) => void

/** The channel between a page and the page it opened: `wx.navigateTo({ events })`. */
export class EventChannel {
  private readonly listeners = new Map<string, Set<Listener>>()

  on(name: string, listener: Listener): void {
    const listeners = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, listeners.add(listener))
  }

  once(name: string, listener: Listener): void {
    const first: Listener = (...values) => {
      this.off(name, first)
      listener(...values)
    }
    this.on(name, first)
  }

  off(name: string, listener?: Listener): void {
    if (listener) this.listeners.get(name)?.delete(listener)
    else this.listeners.delete(name)
  }

  emit(name: string, ...values: unknown[]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) listener(...values)
  }
}
