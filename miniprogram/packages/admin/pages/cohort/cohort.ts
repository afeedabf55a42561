import { DESK } from '../../../../services/arrival'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { FITTING, NARROW } from '../../../../services/wide'
import { askDraft, forgetDraft } from '../../services/drafts'
import { openPage } from '../../services/open'
import { toCohortView, type CohortView } from './view'

/** A draft: what is left to do, and all of its parts. */
Page({
  ...FITTING,
  ...showing(DESK),

  data: {
    ...NARROW,
    ...NOTHING_LOADED,
    cohort: '',
    version: 0,
    view: null as CohortView | null,
    refusal: '',
    attempt: NO_ATTEMPT,
  },

  onLoad({ cohort = '' }: { cohort?: string }) {
    this.setData({ cohort })
    this.fit()
  },

  async ask() {
    const draft = await askDraft(this.data.cohort)
    this.setData({ view: toCohortView(draft), version: draft.version })
  },

  addItem() {
    openPage('form', { cohort: this.data.cohort, part: 'items.new' })
  },

  openPreview() {
    openPage('preview', { cohort: this.data.cohort })
  },

  openPublish() {
    openPage('publish', { cohort: this.data.cohort })
  },

  async discard() {
    const content = '草稿里改过的都会丢掉，已经发布的不受影响。'
    const { confirm } = await wx.showModal({ content, confirmText: '放弃草稿' })
    if (!confirm) return
    const { cohort, version, attempt } = this.data
    const outcome = await submit('admin.discard', { cohort, version }, attempt)
    if ('answer' in outcome) {
      forgetDraft()
      void wx.navigateBack()
    } else this.setData({ attempt: outcome.attempt, refusal: outcome.refusal })
  },
})
