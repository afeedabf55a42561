/** Where the sheet is on the phone now; null when its link is over. @throws Error with a sentence */
export function downloadSheet(url: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => resolve(statusCode === 200 ? tempFilePath : null),
      fail: () => reject(new Error('表格没有下载成功，请检查网络后再试。')),
    })
  })
}

/** Shows it in WeChat's own viewer, from where it can be sent on. @throws Error with a sentence */
export async function openSheet(filePath: string): Promise<void> {
  try {
    await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  } catch {
    throw new Error('手机打不开这张表，请复制下载链接，在电脑上打开。')
  }
}
