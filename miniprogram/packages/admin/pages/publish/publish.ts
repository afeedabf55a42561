import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { loading, NOTHING_LOADED } from '../../../../services/loading'
import { sentenceOf } from '../../../../services/refusals'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { forgetDraft } from '../../services/drafts'
import { toPublishedView, toPublishView, type PublishView } from './view'

/** 核对并发布: what is left to do, what changes, and the one button. */
Page({
  ...loading(DESK),

  data: {
    ...NOTHING_LOADED,
    cohort: '',
    version: 0,
    view: null as PublishView | null,
    published: null as ReturnType<typeof toPublishedView> | null,
    refusal: '',
    sending: false,
    attempt: NO_ATTEMPT,
  },

  onLoad({ cohort = '' }: { cohort?: string }) {
    this.setData({ cohort })
    void this.load()
  },

  async ask() {
    const answer = await call('admin.check', { cohort: this.data.cohort })
    this.setData({ view: toPublishView(answer), version: answer.version })
  },

  async publish() {
    const { cohort, version, sending, attempt } = this.data
    if (sending) return
    this.setData({ sending: true, refusal: '' })
    const outcome = await submit('admin.publish', { cohort, version }, attempt)
    if ('answer' in outcome) {
      forgetDraft()
      this.setData({ published: toPublishedView(outcome.answer), sending: false })
      return
    }
    this.setData({ refusal: sentenceOf(outcome), sending: false, attempt: outcome.attempt })
  },

  back() {
    void wx.navigateBack()
  },

  /** The draft is no more: back to the list of cohorts. */
  leave() {
    void wx.redirectTo({ url: '/packages/admin/pages/cohorts/cohorts' })
  },
})
