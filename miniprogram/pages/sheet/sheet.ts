import { DESK } from '../../services/arrival'
import { LiveLook } from '../../services/live'
import { loading, NOTHING_LOADED } from '../../services/loading'
import { callOrRecall } from '../../services/recall'
import { FITTING, NARROW } from '../../services/wide'
import { isSame, newlyDone, toSheetView, type SheetView } from './view'

interface Detail {
  look(): Promise<void>
}

Page({
  ...FITTING,
  ...loading(DESK),

  live: null as LiveLook | null,

  data: {
    ...NARROW,
    ...NOTHING_LOADED,
    view: null as SheetView | null,
    chosen: '',
  },

  onLoad() {
    this.fit()
    this.live = new LiveLook(() => this.look())
  },

  /** Also on coming back, from paying the fee elsewhere or from an item: the dots may have changed. */
  onShow() {
    void this.load()
    this.live?.start()
  },

  onHide() {
    this.live?.stop()
  },

  onUnload() {
    this.live?.stop()
  },

  async ask() {
    const { data, kept } = await callOrRecall('clearance.sheet', {})
    const view = toSheetView(data, kept)
    this.setData({ view, chosen: this.data.chosen || view.steps[0]?.rows[0]?.code || '' })
  },

  /** What an open sheet sees for itself: only news are drawn, and a lost call is tried again soon. */
  async look() {
    const { view: before } = this.data
    const detail = this.selectComponent('#detail') as unknown as Detail | null
    const answer = await callOrRecall('clearance.sheet', {}).catch(() => null)
    if (!before || !answer || answer.kept || this.data.view !== before) return
    const view = toSheetView(answer.data, false)
    if (isSame(before, view)) return
    this.setData({ view })
    const titles = newlyDone(before, view)
    if (titles.length > 0) void wx.showToast({ title: `${titles.join('、')}办好了`, icon: 'none' })
    await detail?.look()
  },

  openItem({ detail }: WechatMiniprogram.CustomEvent<{ code: string }>) {
    const { code } = detail
    if (this.data.wide) this.setData({ chosen: code })
    else void wx.navigateTo({ url: `/pages/item/item?code=${code}` })
  },

  openPass() {
    void wx.navigateTo({ url: '/packages/pass/pages/pass/pass' })
  },

  openMessages() {
    void wx.navigateTo({ url: '/pages/messages/messages' })
  },

  openNotice() {
    void wx.navigateTo({ url: '/pages/notice/notice' })
  },

  openPrivacy() {
    void wx.navigateTo({ url: '/pages/privacy/privacy' })
  },
})
