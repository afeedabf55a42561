import { toFailure } from './failure'

/** What a page holds that sends something, and says in one place what went wrong. */
export const NOTHING_SENT = {
  /** What is on its way; empty while nothing is. */
  sending: '',
  /** What went wrong, a whole sentence. */
  trouble: '',
}

interface Sending {
  data: typeof NOTHING_SENT
  setData(change: Partial<typeof NOTHING_SENT>): void
}

export const SENDING = {
  /** Does one thing at a time. */
  async whileSending(this: Sending, sending: string, work: () => Promise<void>) {
    if (this.data.sending) return
    this.setData({ sending, trouble: '' })
    let trouble = ''
    try {
      await work()
    } catch (error) {
      trouble = toFailure(error).message
    }
    this.setData({ sending: '', trouble })
  },
}
