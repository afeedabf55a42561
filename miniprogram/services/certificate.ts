const OK = 200

/** One name for every print, so that only the last one stays on the phone. */
const pathOf = (): string => `${wx.env.USER_DATA_PATH}/离校单.pdf`

/**
 * Fetches the printed sheet and opens it with WeChat's menu, by which it is kept or sent on.
 * @throws what WeChat says, or Error when the link has died
 */
export async function openCertificate(url: string): Promise<void> {
  await download(url, pathOf())
  await wx.openDocument({ filePath: pathOf(), fileType: 'pdf', showMenu: true })
}

/** Takes the printed sheet off the phone; there may be none. */
export function forgetCertificate(): void {
  try {
    wx.getFileSystemManager().unlinkSync(pathOf())
  } catch {
    // Nothing was printed on this phone.
  }
}

function download(url: string, filePath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      filePath,
      success: ({ statusCode }) => {
        if (statusCode === OK) resolve()
        else reject(new Error(`the storage answered ${statusCode}`))
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}
