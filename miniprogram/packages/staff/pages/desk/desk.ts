import { SHEET, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { toDeskView, type DeskView } from './view'

/** 工作台: what waits for a staff member, and who they are here. */
Page({
  data: {
    desk: null as DeskView | null,
    failure: null as Failure | null,
  },

  /** Also on coming back: a right that was granted or withdrawn works at the next call. */
  onShow() {
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      this.setData({ desk: toDeskView(await call('desk.home', {})), failure: null })
    } catch (error) {
      if (sendWhereOneBelongs(error, SHEET)) return
      this.setData({ desk: null, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    void wx.navigateTo({ url: event.currentTarget.dataset.url })
  },
})
