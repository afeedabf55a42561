interface Loadable {
  load(): Promise<void>
}

Page({
  data: { code: '' },

  onLoad({ code = '' }: { code?: string }) {
    this.setData({ code })
  },

  async onPullDownRefresh() {
    const detail = this.selectComponent('#detail') as unknown as Loadable
    await detail.load()
    await wx.stopPullDownRefresh()
  },

  showTitle({ detail }: WechatMiniprogram.CustomEvent<{ title: string }>) {
    void wx.setNavigationBarTitle({ title: detail.title })
  },
})
