import { LiveLook } from '../../services/live'

interface Detail {
  load(): Promise<void>
  look(): Promise<void>
}

Page({
  live: null as LiveLook | null,

  data: { code: '' },

  onLoad({ code = '' }: { code?: string }) {
    this.setData({ code })
    this.live = new LiveLook(() => this.detail().look())
  },

  onShow() {
    this.live?.start()
  },

  onHide() {
    this.live?.stop()
  },

  onUnload() {
    this.live?.stop()
  },

  async onPullDownRefresh() {
    await this.detail().load()
    await wx.stopPullDownRefresh()
  },

  detail(): Detail {
    return this.selectComponent('#detail') as unknown as Detail
  },

  showTitle({ detail }: WechatMiniprogram.CustomEvent<{ title: string }>) {
    void wx.setNavigationBarTitle({ title: detail.title })
  },
})
