import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { forgetDraft } from '../../services/drafts'
import { toPublishedView, toPublishView, type PublishView } from './view'

/** 核对并发布: what is left to do, what changes, and the one button. */
Page({
  data: {
    cohort: '',
    version: 0,
    view: null as PublishView | null,
    published: null as ReturnType<typeof toPublishedView> | null,
    failure: null as Failure | null,
    refusal: '',
    sending: false,
    attempt: NO_ATTEMPT,
  },

  onLoad({ cohort = '' }: { cohort?: string }) {
    this.setData({ cohort })
    void this.load()
  },

  async load() {
    try {
      const answer = await call('admin.check', { cohort: this.data.cohort })
      this.setData({ view: toPublishView(answer), version: answer.version, failure: null })
    } catch (error) {
      if (!sendWhereOneBelongs(error, DESK)) this.setData({ view: null, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
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
    const refusal = outcome.refusal || (Object.values(outcome.errors)[0] ?? '')
    this.setData({ refusal, sending: false, attempt: outcome.attempt })
  },

  back() {
    void wx.navigateBack()
  },

  /** The draft is no more: back to the list of cohorts. */
  leave() {
    void wx.redirectTo({ url: '/packages/admin/pages/cohorts/cohorts' })
  },
})
