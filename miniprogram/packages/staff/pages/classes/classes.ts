import { DESK, sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { openClass } from '../../services/open'
import { toClassesView, type ClassesView } from './view'

type ClassEvent = WechatMiniprogram.TouchEvent<object, object, { name: string }>

/** 学院核验: my classes, with how many of each can be verified. */
Page({
  data: {
    view: null as ClassesView | null,
    failure: null as Failure | null,
  },

  /** On coming back from a class: fewer wait there now. */
  onShow() {
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      this.setData({ view: toClassesView(await call('desk.classes', {})), failure: null })
    } catch (error) {
      if (!sendWhereOneBelongs(error, DESK)) this.setData({ view: null, failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },

  open({ currentTarget }: ClassEvent) {
    openClass(currentTarget.dataset.name)
  },
})
