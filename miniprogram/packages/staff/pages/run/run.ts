import type { RunAnswer } from '../../../../../domain/feeds/answers'
import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { LiveLook } from '../../../../services/live'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { downloadSpreadsheet, openSpreadsheet } from '../../../../services/spreadsheets'
import { submit } from '../../../../services/submission'
import { runPage } from '../../services/open'
import { sentenceOf } from '../../services/refusals'
import { ASKING, type Asking, type Decision } from './asking'
import { toRunPageView, type RunPageView } from './view'

/** 一次数据同步: what it would change, why it is held, and the decision. */
Page({
  live: null as LiveLook | null,

  data: {
    run: '',
    view: null as RunPageView | null,
    failure: null as Failure | null,
    asking: null as Asking | null,
    reason: '',
    refusal: '',
    sending: '',
    trouble: '',
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

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      this.show(await call('feed.run', { run: this.data.run }))
    } catch (error) {
      if (sendWhereOneBelongs(error, DESK)) return
      this.setData({ view: null, failure: toFailure(error) })
    }
  },

  /** What is on its way is followed; what waits or is over does not change by itself. */
  async look() {
    if (!this.data.view?.moving) return
    const answer = await call('feed.run', { run: this.data.run }).catch(() => null)
    if (answer) this.show(answer)
  },

  show(answer: RunAnswer) {
    const view = toRunPageView(answer)
    this.setData({ view, failure: null, ...(view.decisions.length === 0 && { asking: null }) })
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  ask(event: WechatMiniprogram.TouchEvent<object, object, { decision: Decision }>) {
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
    const { run, sending, attempt } = this.data
    if (sending) return
    this.setData({ sending: 'rejects', trouble: '' })
    const outcome = await submit('feed.rejects', { run }, attempt)
    const answered = 'answer' in outcome
    this.setData({ attempt: answered ? NO_ATTEMPT : outcome.attempt })
    const trouble = answered ? await openFrom(outcome.answer.url) : sentenceOf(outcome)
    this.setData({ sending: '', trouble })
  },
})

/** Answers what went wrong, a whole sentence; empty when it is on the screen. */
async function openFrom(url: string): Promise<string> {
  try {
    const filePath = await downloadSpreadsheet(url)
    if (!filePath) return '链接已经过期，请再试一次。'
    await openSpreadsheet(filePath)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : toFailure(error).message
  }
}
