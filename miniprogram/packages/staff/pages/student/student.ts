import { handedOver } from '../../../../services/hand-over'

interface Loadable {
  load(): Promise<void>
}

/** 全部环节 of a student, who is handed over beside the URL. */
Page({
  data: { studentNo: '' },

  onLoad(query: { for?: string }) {
    const studentNo = handedOver(query.for)
    // After the app was closed nobody knows any more who it was.
    if (studentNo === null) void wx.redirectTo({ url: '/packages/staff/pages/search/search' })
    else this.setData({ studentNo })
  },

  async onPullDownRefresh() {
    const sheet = this.selectComponent('#sheet') as unknown as Loadable
    await sheet.load()
    await wx.stopPullDownRefresh()
  },
})
