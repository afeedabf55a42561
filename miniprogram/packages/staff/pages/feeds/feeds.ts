import type { SourceCode } from '../../../../../domain/feeds/source'
import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { openFeed } from '../../services/open'
import { toFeedsView, type FeedsView } from './view'

/** 数据同步: the sources that one answers for, what waits for a decision first. */
Page({
  data: {
    view: null as FeedsView | null,
    failure: null as Failure | null,
  },

  /** Also on coming back from a source, where something may have been decided. */
  onShow() {
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      this.setData({ view: toFeedsView(await call('feed.list', {})), failure: null })
    } catch (error) {
      if (sendWhereOneBelongs(error, DESK)) return
      this.setData({ view: null, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  open(event: WechatMiniprogram.TouchEvent<object, object, { source: SourceCode }>) {
    openFeed(event.currentTarget.dataset.source)
  },
})
