import { DESK, sendWhereOneBelongs } from '../../services/arrival'
import { type Failure, toFailure } from '../../services/failure'
import { LiveLook } from '../../services/live'
import { callOrRecall } from '../../services/recall'
import { isSame, newlyDone, toSheetView, type SheetView } from './view'

/** Where a tablet or WeChat for PC shows the chosen item beside the sheet. */
const WIDE_PX = 700

interface Detail {
  look(): Promise<void>
}

Page({
  live: null as LiveLook | null,

  data: {
    sheet: null as SheetView | null,
    failure: null as Failure | null,
    wide: false,
    chosen: '',
  },

  onLoad() {
    this.fit(wx.getWindowInfo().windowWidth)
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

  onResize({ size }) {
    this.fit(size.windowWidth)
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const { data, kept } = await callOrRecall('clearance.sheet', {})
      const sheet = toSheetView(data, kept)
      const chosen = this.data.chosen || sheet.steps[0]?.rows[0]?.code || ''
      this.setData({ sheet, failure: null, chosen })
    } catch (error) {
      if (sendWhereOneBelongs(error, DESK)) return
      this.setData({ sheet: null, failure: toFailure(error) })
    }
  },

  /** What an open sheet sees for itself: only news are drawn, and a lost call is tried again soon. */
  async look() {
    const { sheet: before } = this.data
    const detail = this.selectComponent('#detail') as unknown as Detail | null
    const answer = await callOrRecall('clearance.sheet', {}).catch(() => null)
    if (!before || !answer || answer.kept || this.data.sheet !== before) return
    const sheet = toSheetView(answer.data, false)
    if (isSame(before, sheet)) return
    this.setData({ sheet })
    const titles = newlyDone(before, sheet)
    if (titles.length > 0) void wx.showToast({ title: `${titles.join('、')}办好了`, icon: 'none' })
    await detail?.look()
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
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

  fit(windowWidth: number) {
    this.setData({ wide: windowWidth >= WIDE_PX })
  },
})
