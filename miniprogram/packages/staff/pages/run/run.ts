import type { RunAnswer } from '../../../../../domain/feeds/answers'
import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { LiveLook } from '../../../../services/live'
import { loading, NOTHING_LOADED } from '../../../../services/loading'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NOTHING_SENT, SENDING } from '../../../../services/sending'
import { openSpreadsheet } from '../../../../services/spreadsheets'
import { submit } from '../../../../services/submission'
import { runPage } from '../../services/open'
import { refused, sentenceOf } from '../../../../services/refusals'
import { ASKING, type Asking, type Decision } from './asking'
import { toRunPageView, type RunPageView } from './view'

/** 一次数据同步: what it would change, why it is held, and the decision. */
Page({
  ...loading(DESK),
  ...SENDING,

  live: null as LiveLook | null,

  data: {
    ...NOTHING_LOADED,
    ...NOTHING_SENT,
    run: '',
    view: null as RunPageView | null,
    asking: null as Asking | null,
    reason: '',
    refusal: '',
    attempt: NO_ATTEMPT,
  },

  onLoad({ run = '' }: { run?: string }) {
    this.setData({ run })
    this.live = new LiveLook(() => this.look())
    void this.load()
  },

  onShow() {
    this.live?.start()
  },

  onHide() {
    this.live?.stop()
  },

  onUnload() {
    this.live?.stop()
  },

  async ask() {
    this.show(await call('feed.run', { run: this.data.run }))
  },

  /** What is on its way is followed; what waits or is over does not change by itself. */
  async look() {
    if (!this.data.view?.moving) return
    const answer = await call('feed.run', { run: this.data.run }).catch(() => null)
    if (answer) this.show(answer)
  },

  show(answer: RunAnswer) {
    const view = toRunPageView(answer)
    this.setData({ view, ...(view.decisions.length === 0 && { asking: null }) })
  },

  askWhy(event: WechatMiniprogram.TouchEvent<object, object, { decision: Decision }>) {
    this.setData({ asking: ASKING[event.currentTarget.dataset.decision], refusal: '' })
  },

  typeReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, refusal: '' })
  },

  closeReason() {
    this.setData({ asking: null, refusal: '' })
  },

  async decide() {
    const { asking, run, reason, sending, attempt } = this.data
    if (!asking || sending) return
    this.setData({ sending: 'decide', refusal: '' })
    const { decision } = asking
    const outcome = await submit('feed.decide', { run, decision, reason }, attempt)
    if (!('answer' in outcome)) {
      this.setData({ sending: '', attempt: outcome.attempt, refusal: sentenceOf(outcome) })
      // What is on the screen is no longer how it is: the page says so, and where to go on.
      if (outcome.overtaken) await this.load()
      return
    }
    this.setData({ sending: '', attempt: NO_ATTEMPT, asking: null, reason: '' })
    this.show(outcome.answer)
    this.live?.start()
  },

  /** In place of this one, about which nothing is left to do. */
  openWaiting() {
    void wx.redirectTo({ url: runPage(this.data.view?.waiting ?? '') })
  },

  async openRejects() {
    const { run, attempt } = this.data
    await this.whileSending('rejects', async () => {
      const outcome = await submit('feed.rejects', { run }, attempt)
      const answered = 'answer' in outcome
      this.setData({ attempt: answered ? NO_ATTEMPT : outcome.attempt })
      if (!answered) throw refused(outcome)
      await openSpreadsheet(outcome.answer.url)
    })
  },
})
