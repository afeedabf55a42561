import { sendWhereOneBelongs } from './arrival'
import { type Failure, toFailure } from './failure'

/** What a page holds that shows what the cloud answers; its `view` is null until it has. */
export const NOTHING_LOADED = { failure: null as Failure | null }

interface Loading {
  data: { view: unknown; failure: Failure | null }
  setData(change: { failure: Failure | null }): void
  /** Asks the cloud and puts what it answers into `view`; throws what `call` throws. */
  ask(): Promise<void>
  load(): Promise<void>
}

/**
 * How a page, or a component among its methods, gets what it shows: it writes `ask()` alone. What
 * fails stands in place of the page; when something is there already it stays, and the sentence comes
 * over it.
 * @param home where those belong who may not see it; without one they read that they may not
 */
export function loading(home?: string) {
  return {
    async load(this: Loading) {
      try {
        await this.ask()
        if (this.data.failure) this.setData({ failure: null })
      } catch (error) {
        if (sendWhereOneBelongs(error, home)) return
        const failure = toFailure(error)
        if (this.data.view) void wx.showToast({ title: failure.message, icon: 'none' })
        else this.setData({ failure })
      }
    },

    retry(this: Loading) {
      this.setData({ failure: null })
      void this.load()
    },

    async onPullDownRefresh(this: Loading) {
      await this.load()
      await wx.stopPullDownRefresh()
    },
  }
}

/** The same for a page that is loaded whenever it comes to the front: it may have changed meanwhile. */
export function showing(home?: string) {
  return {
    ...loading(home),

    onShow(this: Loading) {
      void this.load()
    },
  }
}
