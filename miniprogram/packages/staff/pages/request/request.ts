interface Loadable {
  load(): Promise<void>
}

/** 申请: one request at the desk, by its reference number. */
Page({
  data: { id: '', shown: false },

  onLoad({ id = '' }: { id?: string }) {
    this.setData({ id })
  },

  onShow() {
    this.setData({ shown: true })
  },

  onHide() {
    this.setData({ shown: false })
  },

  /** WeChat gives a title to whatever page is on top. */
  showTitle({ detail }: WechatMiniprogram.CustomEvent<{ title: string }>) {
    if (this.data.shown) void wx.setNavigationBarTitle({ title: detail.title })
  },

  async onPullDownRefresh() {
    const file = this.selectComponent('#file') as unknown as Loadable
    await file.load()
    await wx.stopPullDownRefresh()
  },
})
