import { DESK } from '../../../../services/arrival'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import { draftOf } from '../../services/drafts'
import { toItemEditView, type ItemEditView } from './view'

/** One item of a draft, with all that can be said of it. */
Page({
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    cohort: '',
    code: '',
    view: null as ItemEditView | null,
  },

  onLoad({ cohort = '', code = '' }: { cohort?: string; code?: string }) {
    this.setData({ cohort, code })
  },

  async ask() {
    const { cohort, code } = this.data
    const view = toItemEditView((await draftOf(cohort)).cohort, code)
    if (view) this.setData({ view })
    else void wx.navigateBack()
  },
})
