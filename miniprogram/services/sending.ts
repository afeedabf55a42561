import { toFailure } from './failure'

/** What a page holds that sends something, and says in one place what went wrong. */
export const NOTHING_SENT = {
  /** What is on its way; empty while nothing is. */
  sending: '',
  /** What went wrong, a whole sentence. */
  trouble: '',
  /** What the trouble came of, at whose place it stands. */
  troubled: '',
}

interface Sending {
  data: typeof NOTHING_SENT
  setData(change: Partial<typeof NOTHING_SENT>): void
}

export const SENDING = {
  /** Does one thing at a time. */
  async whileSending(this: Sending, sending: string, work: () => Promise<void>) {
    if (this.data.sending) return
    this.setData({ sending, trouble: '', troubled: sending })
    let trouble = ''
    try {
      await work()
    } catch (error) {
      trouble = toFailure(error).message
    }
    this.setData({ sending: '', trouble })
  },
}
