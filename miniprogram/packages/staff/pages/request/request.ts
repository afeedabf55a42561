interface Loadable {
  load(): Promise<void>
}

/** 申请: one request at the desk, by its reference number. */
Page({
  data: { id: '' },

  onLoad({ id = '' }: { id?: string }) {
    this.setData({ id })
  },

  showTitle({ detail }: WechatMiniprogram.CustomEvent<{ title: string }>) {
    void wx.setNavigationBarTitle({ title: detail.title })
  },

  async onPullDownRefresh() {
    const file = this.selectComponent('#file') as unknown as Loadable
    await file.load()
    await wx.stopPullDownRefresh()
  },
})
