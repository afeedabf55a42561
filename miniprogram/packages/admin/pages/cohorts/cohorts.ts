import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { openPage } from '../../services/open'
import { toCohortsView, type CohortRowView, type CohortsView } from './view'

type RowEvent = WechatMiniprogram.TouchEvent<object, object, Pick<CohortRowView, 'cohort' | 'page'>>

/** 届别和离校单: what is published, and what is being made ready. */
Page({
  data: {
    view: null as CohortsView | null,
    failure: null as Failure | null,
  },

  /** Also on coming back: what was changed or published shows. */
  onShow() {
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      this.setData({ view: toCohortsView(await call('admin.cohorts', {})), failure: null })
    } catch (error) {
      if (!sendWhereOneBelongs(error, DESK)) this.setData({ view: null, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  open({ currentTarget }: RowEvent) {
    const { cohort, page } = currentTarget.dataset
    openPage(page, { cohort })
  },
})
