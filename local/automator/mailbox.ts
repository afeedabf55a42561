import type { AutomatorEvent } from './protocol'

/**
 * Keeps events until the client can hear them: it listens only once its handshake is over, and to the
 * console only once it asks. So nothing is lost of what a mini program does while it starts.
 */
export class Mailbox {
  private readonly waiting: AutomatorEvent[] = []
  private isListening = false
  private wantsConsole = false

  constructor(private readonly deliver: (event: AutomatorEvent) => void) {}

  post(event: AutomatorEvent): void {
    if (this.isHeard(event)) this.deliver(event)
    else this.waiting.push(event)
  }

  /** A request came; what it tells is who listens. */
  note(method: string): void {
    if (method === 'Tool.getInfo') return
    this.isListening = true
    this.wantsConsole ||= method === 'App.enableLog'
    for (const event of this.waiting.splice(0)) this.post(event)
  }

  private isHeard({ method }: AutomatorEvent): boolean {
    return method === 'App.logAdded' ? this.wantsConsole : this.isListening
  }
}
