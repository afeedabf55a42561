import { newRequestId } from './request-id'

/** A sheet chosen from a chat. */
export interface Spreadsheet {
  path: string
  name: string
}

/** The folders of the cloud's storage that functions take sheets from; they remove what they have read. */
export type SheetFolder = 'bank' | 'feeds' | 'staff'

/** Whether WeChat's own privacy guide has to be agreed to before a file can be chosen. */
export function needsPrivacy(): Promise<boolean> {
  if (!wx.canIUse('getPrivacySetting')) return Promise.resolve(false)
  return new Promise((resolve) => {
    wx.getPrivacySetting({
      success: ({ needAuthorization }) => resolve(needAuthorization),
      fail: () => resolve(false),
    })
  })
}

/** Null when the person changed their mind. @throws Error with a sentence */
export async function chooseSpreadsheet(): Promise<Spreadsheet | null> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['xlsx', 'csv'],
    })
    const [file] = tempFiles
    return file ? { path: file.path, name: file.name } : null
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    if (errMsg.includes('cancel')) return null
    throw new Error('没有选到文件，请先把表格发到微信里，再试一次。')
  }
}

/**
 * Puts a sheet into the cloud under a name that nobody can guess; the function removes it.
 * @returns its file id, `cloud://…`
 * @throws Error with a sentence
 */
export async function uploadSpreadsheet(
  folder: SheetFolder,
  { path, name }: Spreadsheet,
): Promise<string> {
  const cloudPath = `${folder}/${await newRequestId()}.${extensionOf(name)}`
  return new Promise((resolve, reject) => {
    // eslint-disable-next-line project/cloud-by-call -- a file does not go through a function
    wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      success: ({ fileID }) => resolve(fileID),
      fail: () => reject(new Error('表格没有传上去，请检查网络后再导入一次。')),
    })
  })
}

/** Where a sheet is on the phone now; null when its link is over. @throws Error with a sentence */
export function downloadSpreadsheet(url: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => resolve(statusCode === 200 ? tempFilePath : null),
      fail: () => reject(new Error('表格没有下载成功，请检查网络后再试。')),
    })
  })
}

/** Shows it in WeChat's own viewer, from where it can be sent on. @throws Error with a sentence */
export async function openSpreadsheet(filePath: string): Promise<void> {
  try {
    await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  } catch {
    throw new Error('手机打不开这张表，请复制下载链接，在电脑上打开。')
  }
}

/** What is neither says so itself when it is read. */
function extensionOf(name: string): string {
  return /\.csv$/i.test(name) ? 'csv' : 'xlsx'
}
