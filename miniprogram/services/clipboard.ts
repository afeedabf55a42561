/** Copies a text, and says so; beside WeChat's tick there is room for seven characters. */
export function copyText(data: string, said: string): void {
  wx.setClipboardData({ data }).then(
    () => void wx.showToast({ title: said, icon: said.length > 7 ? 'none' : 'success' }),
    () => void wx.showToast({ title: '没有复制成功，请再按一次', icon: 'none' }),
  )
}
