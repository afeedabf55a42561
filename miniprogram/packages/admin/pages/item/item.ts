import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { type Failure, toFailure } from '../../../../services/failure'
import { draftOf } from '../../services/drafts'
import { toItemEditView, type ItemEditView } from './view'

/** One item of a draft, with all that can be said of it. */
Page({
  data: {
    cohort: '',
    code: '',
    view: null as ItemEditView | null,
    failure: null as Failure | null,
  },

  onLoad({ cohort = '', code = '' }: { cohort?: string; code?: string }) {
    this.setData({ cohort, code })
  },

  onShow() {
    void this.load()
  },

  async load() {
    const { cohort, code } = this.data
    try {
      const view = toItemEditView((await draftOf(cohort)).cohort, code)
      if (view) this.setData({ view, failure: null })
      else void wx.navigateBack()
    } catch (error) {
      if (!sendWhereOneBelongs(error, DESK)) this.setData({ view: null, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },
})
