import { ClearanceError } from '../../../../../domain/errors'
import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { brighten, dim } from './light'
import { toPassView, type PassView } from './view'

/** A code lives 60 seconds; the next one comes well before, so that no guard meets an old one. */
const RENEW_SECONDS = 45
/** How long after a lost answer the phone asks again by itself. */
const RETRY_SECONDS = 5
const SECOND_MS = 1000

/** 离校凭证: a code that renews itself for as long as one looks at it. */
Page({
  data: {
    pass: null as PassView | null,
    failure: null as Failure | null,
    /** Seconds until the next code. */
    left: 0,
  },

  /** Of the visit under way; an answer that comes after it is nobody's. */
  visit: 0,
  timer: undefined as unknown as ReturnType<typeof setTimeout>,
  brightness: null as number | null,

  onShow() {
    this.visit++
    void this.renew()
  },

  onHide() {
    this.stop()
  },

  onUnload() {
    this.stop()
  },

  async renew() {
    const { visit } = this
    try {
      const pass = toPassView(await call('pass.show', {}))
      if (visit !== this.visit) return
      this.setData({ pass, failure: null })
      if (pass.mayLeave) this.shine(visit)
    } catch (error) {
      if (visit === this.visit) this.fail(error)
    }
  },

  shine(visit: number) {
    this.count(RENEW_SECONDS)
    if (this.brightness !== null) return
    void brighten().then((before) => {
      if (visit === this.visit) this.brightness = before
      else void dim(before)
    })
  },

  /** No old code stays on the screen: the guard would only be told that it is old. */
  fail(error: unknown) {
    if (sendWhereOneBelongs(error, DESK)) return
    const isOffline = error instanceof ClearanceError && error.code === 'UNAVAILABLE'
    const failure = toFailure(error)
    this.setData({
      pass: null,
      failure: isOffline ? { ...failure, title: '凭证要联网才能出示' } : failure,
    })
    if (isOffline) this.count(RETRY_SECONDS)
  },

  count(seconds: number) {
    clearTimeout(this.timer)
    this.setData({ left: seconds })
    this.timer = setTimeout(() => {
      if (seconds > 1) this.count(seconds - 1)
      else void this.renew()
    }, SECOND_MS)
  },

  stop() {
    this.visit++
    clearTimeout(this.timer)
    void dim(this.brightness)
    this.brightness = null
    // Seen again in the list of recent apps, the page shows no code.
    if (this.data.pass) this.setData({ pass: null })
  },

  retry() {
    this.setData({ failure: null })
    void this.renew()
  },

  openSheet() {
    void wx.reLaunch({ url: '/pages/sheet/sheet' })
  },
})
